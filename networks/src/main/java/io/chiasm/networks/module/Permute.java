package io.chiasm.networks.module;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.networks.construction.Attributes;
import java.util.List;
import java.util.function.Consumer;

/** Moves the channels of a map, image first. */
public enum Permute implements NetworkModule {
  CHANNELS_LAST(0, 2, 3, 1),
  CHANNELS_FIRST(0, 3, 1, 2);

  private final AttributeProto order;

  Permute(long... order) {
    this.order = Attributes.integers("perm", order);
  }

  AttributeProto order() {
    return order;
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {}

  @Override
  public String emit(String path, String in, Emission to) {
    return to.node(path, "Transpose", List.of(in), order);
  }
}
