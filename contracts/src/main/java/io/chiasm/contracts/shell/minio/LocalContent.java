package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Keeps failures of what is uploaded (a local disk) apart from failures of the store. */
final class LocalContent extends FilterInputStream {
  private final ObjectKey key;

  LocalContent(InputStream in, ObjectKey key) {
    super(in);
    this.key = key;
  }

  @Override
  public int read() {
    try {
      return in.read();
    } catch (IOException e) {
      throw Content.unreadable(key, e);
    }
  }

  @Override
  public int read(byte[] to, int offset, int length) {
    try {
      return in.read(to, offset, length);
    } catch (IOException e) {
      throw Content.unreadable(key, e);
    }
  }
}
