package io.chiasm.networks.module;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.util.List;
import java.util.function.Consumer;

/**
 * A fixed scale and shift per channel of the image, such as torchvision's {@code transform_input}.
 */
public record ChannelAffine(List<Double> scale, List<Double> shift) implements NetworkModule {
  public ChannelAffine {
    scale = List.copyOf(scale);
    shift = List.copyOf(shift);
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {}

  @Override
  public String emit(String path, String in, Emission to) {
    String factor = to.constant(path, "/scale", tensor(scale));
    String scaled = to.step(path, "scaled", "Mul", List.of(in, factor));
    return to.node(path, "Add", List.of(scaled, to.constant(path, "/shift", tensor(shift))));
  }

  private static FloatTensor tensor(List<Double> values) {
    float[] numbers = new float[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = values.get(i).floatValue();
    }
    return new FloatTensor(Shape.of(values.size(), 1, 1), numbers);
  }
}
