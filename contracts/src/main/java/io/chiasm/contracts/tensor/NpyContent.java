package io.chiasm.contracts.tensor;

import io.chiasm.contracts.store.Content;
import java.io.InputStream;

/** The {@code .npy} bytes of a tensor, made while they are read and never held whole. */
final class NpyContent implements Content {
  private final ElementSource elements;

  NpyContent(ElementSource elements) {
    this.elements = elements;
  }

  @Override
  public long bytes() {
    return NpyWriter.header(elements.type(), elements.shape()).length
        + elements.shape().elements() * elements.type().bytes();
  }

  @Override
  public InputStream open() {
    return NpyStream.file(elements);
  }
}
