package io.chiasm.networks.family;

import io.chiasm.networks.module.Activation;
import io.chiasm.networks.module.BatchNorm2d;
import io.chiasm.networks.module.Conv2d;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Residual;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.Window;
import io.chiasm.networks.weights.WeightDistribution;
import java.util.ArrayList;
import java.util.List;

/** MobileNetV2, Sandler et al. (2018), doi:10.1109/CVPR.2018.00474. */
final class MobileNetV2 {
  private static final int STEM = 32;
  private static final int FEATURES = 1280;

  private static final List<Stage> STAGES =
      List.of(
          new Stage(1, 16, 1, 1),
          new Stage(6, 24, 2, 2),
          new Stage(6, 32, 3, 2),
          new Stage(6, 64, 4, 2),
          new Stage(6, 96, 3, 1),
          new Stage(6, 160, 3, 2),
          new Stage(6, 320, 1, 1));

  private MobileNetV2() {}

  /**
   * Blocks of one kind.
   *
   * @param expand channels within a block per channel that enters it
   * @param stride of the first block
   */
  private record Stage(int expand, int out, int blocks, int stride) {}

  static List<Architecture> all() {
    return List.of(
        new Architecture(
            "mobilenet_v2",
            "classifier.1.weight",
            Initialisation.fanOut(p -> new WeightDistribution.Normal(0.01)),
            variant ->
                new Sequential()
                    .then("features", features())
                    .then("/mean", Plain.GLOBAL_MEAN)
                    .then("/flat", Plain.FLATTEN)
                    .then("classifier", Blocks.dropoutLinear(FEATURES, variant.classes()))));
  }

  private static NetworkModule features() {
    List<NetworkModule> parts = new ArrayList<>();
    parts.add(convNorm(Conv2d.plain(3, STEM, Window.same(3, 2))));
    int in = STEM;
    for (Stage stage : STAGES) {
      for (int i = 0; i < stage.blocks(); i++) {
        parts.add(block(in, stage, i == 0 ? stage.stride() : 1));
        in = stage.out();
      }
    }
    parts.add(convNorm(Conv2d.plain(in, FEATURES, Window.same(1))));
    return Sequential.of(parts);
  }

  private static NetworkModule block(int in, Stage stage, int stride) {
    int wide = in * stage.expand();
    List<NetworkModule> parts = new ArrayList<>();
    if (stage.expand() != 1) {
      parts.add(convNorm(Conv2d.plain(in, wide, Window.same(1))));
    }
    parts.add(convNorm(Conv2d.depthwise(wide, Window.same(3, stride))));
    parts.add(Conv2d.plain(wide, stage.out(), Window.same(1)));
    parts.add(new BatchNorm2d(stage.out(), Blocks.EPS));
    return new Residual("conv", Sequential.of(parts), stride == 1 && in == stage.out());
  }

  private static NetworkModule convNorm(Conv2d conv) {
    return Blocks.convNorm(conv, Blocks.EPS, Activation.RELU6);
  }
}
