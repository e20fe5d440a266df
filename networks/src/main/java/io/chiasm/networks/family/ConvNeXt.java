package io.chiasm.networks.family;

import io.chiasm.networks.module.Activation;
import io.chiasm.networks.module.Conv2d;
import io.chiasm.networks.module.LayerNorm;
import io.chiasm.networks.module.LayerScale;
import io.chiasm.networks.module.Linear;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Permute;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.Window;
import java.util.ArrayList;
import java.util.List;

/** ConvNeXt, Liu et al. (2022), doi:10.1109/CVPR52688.2022.01167. */
final class ConvNeXt {
  private static final double EPS = 1e-6;
  private static final double STD = 0.02;

  private ConvNeXt() {}

  static List<Architecture> all() {
    return List.of(
        architecture("convnext_tiny", 96, 3, 3, 9, 3),
        architecture("convnext_small", 96, 3, 3, 27, 3),
        architecture("convnext_base", 128, 3, 3, 27, 3),
        architecture("convnext_large", 192, 3, 3, 27, 3));
  }

  /** Channels double from stage to stage. */
  private static Architecture architecture(String name, int stem, int... blocks) {
    int features = stem << (blocks.length - 1);
    return new Architecture(
        name,
        "classifier.2.weight",
        Initialisation.normalWithoutBias(STD),
        variant ->
            new Sequential()
                .then("features", features(stem, blocks))
                .then("avgpool", Plain.GLOBAL_MEAN)
                .then(
                    "classifier",
                    Sequential.of(
                        norm(features), Plain.FLATTEN, Linear.of(features, variant.classes()))));
  }

  private static NetworkModule features(int stem, int[] blocks) {
    List<NetworkModule> parts = new ArrayList<>();
    parts.add(Sequential.of(Conv2d.biased(3, stem, Window.of(4, 4, 0)), norm(stem)));
    int channels = stem;
    for (int i = 0; i < blocks.length; i++) {
      if (i > 0) {
        Conv2d halving = Conv2d.biased(channels, 2 * channels, Window.of(2, 2, 0));
        parts.add(Sequential.of(norm(channels), halving));
        channels *= 2;
      }
      List<NetworkModule> stage = new ArrayList<>();
      for (int block = 0; block < blocks[i]; block++) {
        stage.add(block(channels));
      }
      parts.add(Sequential.of(stage));
    }
    return Sequential.of(parts);
  }

  private static NetworkModule block(int channels) {
    return new LayerScale(
        channels,
        Sequential.of(
            new Conv2d(channels, channels, Window.same(7), channels, true),
            Permute.CHANNELS_LAST,
            new LayerNorm(channels, EPS, false),
            new Linear(channels, 4 * channels, true),
            Activation.GELU,
            new Linear(4 * channels, channels, true),
            Permute.CHANNELS_FIRST));
  }

  private static NetworkModule norm(int channels) {
    return new LayerNorm(channels, EPS, true);
  }
}
