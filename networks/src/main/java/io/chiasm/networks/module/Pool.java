package io.chiasm.networks.module;

import ai.onnx.proto.OnnxMl.AttributeProto;
import io.chiasm.networks.construction.Attributes;
import java.util.List;
import java.util.function.Consumer;

/**
 * Greatest or mean value of windows; padding counts as zeros in means.
 *
 * @param mean whether it takes means
 * @param ceiling whether windows may start that reach over the last row and column
 */
public record Pool(Window window, boolean mean, boolean ceiling) implements NetworkModule {
  public static Pool max(Window window) {
    return new Pool(window, false, false);
  }

  public static Pool maxCeiling(Window window) {
    return new Pool(window, false, true);
  }

  public static Pool mean(Window window) {
    return new Pool(window, true, false);
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {}

  @Override
  public String emit(String path, String in, Emission to) {
    List<AttributeProto> attributes = window.attributes();
    attributes.add(Attributes.integer("ceil_mode", ceiling ? 1 : 0));
    if (mean) {
      attributes.add(Attributes.integer("count_include_pad", 1));
    }
    return to.node(
        path,
        mean ? "AveragePool" : "MaxPool",
        List.of(in),
        attributes.toArray(AttributeProto[]::new));
  }
}
