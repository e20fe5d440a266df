package io.chiasm.networks.family;

import io.chiasm.networks.module.Activation;
import io.chiasm.networks.module.Conv2d;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Residual;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.SqueezeExcitation;
import io.chiasm.networks.module.Window;
import io.chiasm.networks.weights.WeightDistribution;
import java.util.ArrayList;
import java.util.List;

/**
 * EfficientNet, Tan and Le (2019), arXiv:1905.11946, and EfficientNetV2, Tan and Le (2021),
 * arXiv:2104.00298.
 */
final class EfficientNets {
  private static final double WIDE_EPS = 1e-3;

  private static final Initialisation INITIALISATION =
      Initialisation.fanOut(
          p -> new WeightDistribution.Uniform(1 / Math.sqrt(p.shape().extent(0))));

  private static final List<Stage> V1 =
      List.of(
          new Stage(false, 1, 3, 1, 32, 16, 1),
          new Stage(false, 6, 3, 2, 16, 24, 2),
          new Stage(false, 6, 5, 2, 24, 40, 2),
          new Stage(false, 6, 3, 2, 40, 80, 3),
          new Stage(false, 6, 5, 1, 80, 112, 3),
          new Stage(false, 6, 5, 2, 112, 192, 4),
          new Stage(false, 6, 3, 1, 192, 320, 1));

  private static final List<Stage> V2_S =
      List.of(
          new Stage(true, 1, 3, 1, 24, 24, 2),
          new Stage(true, 4, 3, 2, 24, 48, 4),
          new Stage(true, 4, 3, 2, 48, 64, 4),
          new Stage(false, 4, 3, 2, 64, 128, 6),
          new Stage(false, 6, 3, 1, 128, 160, 9),
          new Stage(false, 6, 3, 2, 160, 256, 15));

  private static final List<Stage> V2_M =
      List.of(
          new Stage(true, 1, 3, 1, 24, 24, 3),
          new Stage(true, 4, 3, 2, 24, 48, 5),
          new Stage(true, 4, 3, 2, 48, 80, 5),
          new Stage(false, 4, 3, 2, 80, 160, 7),
          new Stage(false, 6, 3, 1, 160, 176, 14),
          new Stage(false, 6, 3, 2, 176, 304, 18),
          new Stage(false, 6, 3, 1, 304, 512, 5));

  private static final List<Stage> V2_L =
      List.of(
          new Stage(true, 1, 3, 1, 32, 32, 4),
          new Stage(true, 4, 3, 2, 32, 64, 7),
          new Stage(true, 4, 3, 2, 64, 96, 7),
          new Stage(false, 4, 3, 2, 96, 192, 10),
          new Stage(false, 6, 3, 1, 192, 224, 19),
          new Stage(false, 6, 3, 2, 224, 384, 25),
          new Stage(false, 6, 3, 1, 384, 640, 7));

  private EfficientNets() {}

  /**
   * Blocks of one kind.
   *
   * @param fused whether expansion and depthwise convolution are one, without gates
   * @param expand channels within a block per channel that enters it
   * @param stride of the first block
   */
  private record Stage(
      boolean fused, int expand, int kernel, int stride, int in, int out, int blocks) {
    private Stage scaled(double width, double depth) {
      return new Stage(
          fused,
          expand,
          kernel,
          stride,
          Blocks.divisible(in * width),
          Blocks.divisible(out * width),
          (int) Math.ceil(blocks * depth));
    }
  }

  static List<Architecture> all() {
    return List.of(
        v1("b0", 1.0, 1.0, Blocks.EPS),
        v1("b1", 1.0, 1.1, Blocks.EPS),
        v1("b2", 1.1, 1.2, Blocks.EPS),
        v1("b3", 1.2, 1.4, Blocks.EPS),
        v1("b4", 1.4, 1.8, Blocks.EPS),
        v1("b5", 1.6, 2.2, WIDE_EPS),
        v1("b6", 1.8, 2.6, WIDE_EPS),
        v1("b7", 2.0, 3.1, WIDE_EPS),
        architecture("v2_s", V2_S, 1280, WIDE_EPS),
        architecture("v2_m", V2_M, 1280, WIDE_EPS),
        architecture("v2_l", V2_L, 1280, WIDE_EPS));
  }

  private static Architecture v1(String name, double width, double depth, double eps) {
    List<Stage> stages = V1.stream().map(s -> s.scaled(width, depth)).toList();
    return architecture(name, stages, 4 * stages.get(stages.size() - 1).out(), eps);
  }

  private static Architecture architecture(
      String name, List<Stage> stages, int features, double eps) {
    return new Architecture(
        "efficientnet_" + name,
        "classifier.1.weight",
        INITIALISATION,
        variant ->
            new Sequential()
                .then("features", features(stages, features, eps))
                .then("avgpool", Plain.GLOBAL_MEAN)
                .then("/flat", Plain.FLATTEN)
                .then("classifier", Blocks.dropoutLinear(features, variant.classes())));
  }

  private static NetworkModule features(List<Stage> stages, int features, double eps) {
    List<NetworkModule> parts = new ArrayList<>();
    int stem = stages.get(0).in();
    parts.add(convNorm(Conv2d.plain(3, stem, Window.same(3, 2)), eps));
    stages.forEach(stage -> parts.add(stage(stage, eps)));
    int last = stages.get(stages.size() - 1).out();
    parts.add(convNorm(Conv2d.plain(last, features, Window.same(1)), eps));
    return Sequential.of(parts);
  }

  private static NetworkModule stage(Stage stage, double eps) {
    List<NetworkModule> blocks = new ArrayList<>();
    for (int i = 0; i < stage.blocks(); i++) {
      int in = i == 0 ? stage.in() : stage.out();
      int stride = i == 0 ? stage.stride() : 1;
      List<NetworkModule> parts =
          stage.fused() ? fused(stage, in, stride, eps) : inverted(stage, in, stride, eps);
      blocks.add(new Residual("block", Sequential.of(parts), stride == 1 && in == stage.out()));
    }
    return Sequential.of(blocks);
  }

  private static List<NetworkModule> inverted(Stage stage, int in, int stride, double eps) {
    int wide = Blocks.divisible(in * (double) stage.expand());
    List<NetworkModule> parts = new ArrayList<>();
    if (wide != in) {
      parts.add(convNorm(Conv2d.plain(in, wide, Window.same(1)), eps));
    }
    parts.add(convNorm(Conv2d.depthwise(wide, Window.same(stage.kernel(), stride)), eps));
    int squeezed = Math.max(1, in / 4);
    parts.add(new SqueezeExcitation(wide, squeezed, Activation.SILU, Activation.SIGMOID));
    parts.add(Blocks.convNorm(Conv2d.plain(wide, stage.out(), Window.same(1)), eps));
    return parts;
  }

  private static List<NetworkModule> fused(Stage stage, int in, int stride, double eps) {
    int wide = Blocks.divisible(in * (double) stage.expand());
    Window window = Window.same(stage.kernel(), stride);
    if (wide == in) {
      return List.of(convNorm(Conv2d.plain(in, stage.out(), window), eps));
    }
    return List.of(
        convNorm(Conv2d.plain(in, wide, window), eps),
        Blocks.convNorm(Conv2d.plain(wide, stage.out(), Window.same(1)), eps));
  }

  private static NetworkModule convNorm(Conv2d conv, double eps) {
    return Blocks.convNorm(conv, eps, Activation.SILU);
  }
}
