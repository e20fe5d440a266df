package io.chiasm.networks.module;

import java.util.List;
import java.util.function.Consumer;

/**
 * Gates every channel by all channels' means over the whole map: Hu et al. (2018),
 * doi:10.1109/CVPR.2018.00745.
 *
 * @param channels of the map
 * @param squeezed channels between
 * @param between activation of those
 * @param gate last activation
 */
public record SqueezeExcitation(int channels, int squeezed, Activation between, Activation gate)
    implements NetworkModule {
  private Sequential scale() {
    return new Sequential()
        .then("avgpool", Plain.GLOBAL_MEAN)
        .then("fc1", Conv2d.biased(channels, squeezed, Window.same(1)))
        .then("activation", between)
        .then("fc2", Conv2d.biased(squeezed, channels, Window.same(1)))
        .then("scale_activation", gate);
  }

  @Override
  public void declare(String path, Consumer<Parameter> parameters) {
    scale().declare(path, parameters);
  }

  @Override
  public String emit(String path, String in, Emission to) {
    String scale = scale().emit(ModulePath.join(path, "/scale"), in, to);
    return to.node(path, "Mul", List.of(scale, in));
  }
}
