package io.chiasm.networks.module;

import io.chiasm.contracts.tensor.Shape;
import java.util.List;
import java.util.function.Consumer;

/**
 * A body whose result is scaled per channel and added to its input, as in ConvNeXt.
 *
 * @param channels of its map
 */
public record LayerScale(int channels, NetworkModule body) implements NetworkModule {
  private static final String SCALE = "layer_scale";

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    parameters.accept(
        new Parameter(
            ModulePath.join(path, SCALE), Shape.of(channels, 1, 1), Parameter.Role.LAYER_SCALE, 1));
    body.declare(ModulePath.join(path, "block"), parameters);
  }

  @Override
  public String emit(String path, String in, Emission to) {
    String result = body.emit(ModulePath.join(path, "block"), in, to);
    String scale = to.constant(path, SCALE, to.parameter(path, SCALE));
    String scaled = to.step(path, "scaled", "Mul", List.of(scale, result));
    return to.node(path, "Add", List.of(scaled, in));
  }
}
