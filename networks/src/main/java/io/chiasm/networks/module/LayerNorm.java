package io.chiasm.networks.module;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.construction.Attributes;
import java.util.List;
import java.util.function.Consumer;

/**
 * torch's {@code LayerNorm} over channels at every position.
 *
 * @param eps added to the variance
 * @param channelsFirst whether maps are {@code [image, channel, row, column]}, not {@code [image,
 *     row, column, channel]}
 */
public record LayerNorm(int channels, double eps, boolean channelsFirst) implements NetworkModule {
  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    Shape shape = Shape.of(channels);
    parameters.accept(
        new Parameter(ModulePath.join(path, "weight"), shape, Parameter.Role.NORM_SCALE, 1));
    parameters.accept(
        new Parameter(ModulePath.join(path, "bias"), shape, Parameter.Role.NORM_SHIFT, 1));
  }

  @Override
  public String emit(String path, String in, Emission to) {
    if (!channelsFirst) {
      return normalised(path, path, in, to);
    }
    String last = to.step(path, "last", "Transpose", List.of(in), Permute.CHANNELS_LAST.order());
    String result = normalised(path, ModulePath.join(path, "/normalised"), last, to);
    return to.node(path, "Transpose", List.of(result), Permute.CHANNELS_FIRST.order());
  }

  private String normalised(String path, String name, String in, Emission to) {
    return to.node(
        name,
        "LayerNormalization",
        List.of(
            in,
            to.constant(path, "weight", to.parameter(path, "weight")),
            to.constant(path, "bias", to.parameter(path, "bias"))),
        Attributes.integer("axis", -1),
        Attributes.number("epsilon", (float) eps));
  }
}
