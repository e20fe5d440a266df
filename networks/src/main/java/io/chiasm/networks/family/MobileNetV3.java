package io.chiasm.networks.family;

import io.chiasm.networks.module.Activation;
import io.chiasm.networks.module.Conv2d;
import io.chiasm.networks.module.Linear;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Residual;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.SqueezeExcitation;
import io.chiasm.networks.module.Window;
import io.chiasm.networks.weights.WeightDistribution;
import java.util.ArrayList;
import java.util.List;

/** MobileNetV3, Howard et al. (2019), doi:10.1109/ICCV.2019.00140. */
final class MobileNetV3 {
  private static final double EPS = 1e-3;
  private static final int STEM = 16;
  private static final Activation RE = Activation.RELU;
  private static final Activation HS = Activation.HARD_SWISH;

  private static final List<Block> LARGE =
      List.of(
          new Block(16, 3, 16, 16, false, RE, 1),
          new Block(16, 3, 64, 24, false, RE, 2),
          new Block(24, 3, 72, 24, false, RE, 1),
          new Block(24, 5, 72, 40, true, RE, 2),
          new Block(40, 5, 120, 40, true, RE, 1),
          new Block(40, 5, 120, 40, true, RE, 1),
          new Block(40, 3, 240, 80, false, HS, 2),
          new Block(80, 3, 200, 80, false, HS, 1),
          new Block(80, 3, 184, 80, false, HS, 1),
          new Block(80, 3, 184, 80, false, HS, 1),
          new Block(80, 3, 480, 112, true, HS, 1),
          new Block(112, 3, 672, 112, true, HS, 1),
          new Block(112, 5, 672, 160, true, HS, 2),
          new Block(160, 5, 960, 160, true, HS, 1),
          new Block(160, 5, 960, 160, true, HS, 1));

  private static final List<Block> SMALL =
      List.of(
          new Block(16, 3, 16, 16, true, RE, 2),
          new Block(16, 3, 72, 24, false, RE, 2),
          new Block(24, 3, 88, 24, false, RE, 1),
          new Block(24, 5, 96, 40, true, HS, 2),
          new Block(40, 5, 240, 40, true, HS, 1),
          new Block(40, 5, 240, 40, true, HS, 1),
          new Block(40, 5, 120, 48, true, HS, 1),
          new Block(48, 5, 144, 48, true, HS, 1),
          new Block(48, 5, 288, 96, true, HS, 2),
          new Block(96, 5, 576, 96, true, HS, 1),
          new Block(96, 5, 576, 96, true, HS, 1));

  private MobileNetV3() {}

  /**
   * One inverted residual.
   *
   * @param wide channels within
   * @param gated whether it has squeeze and excitation
   */
  private record Block(
      int in, int kernel, int wide, int out, boolean gated, Activation activation, int stride) {}

  static List<Architecture> all() {
    return List.of(
        architecture("mobilenet_v3_large", LARGE, 1280),
        architecture("mobilenet_v3_small", SMALL, 1024));
  }

  private static Architecture architecture(String name, List<Block> blocks, int hidden) {
    int features = 6 * blocks.get(blocks.size() - 1).out();
    return new Architecture(
        name,
        "classifier.3.weight",
        Initialisation.fanOut(p -> new WeightDistribution.Normal(0.01)),
        variant ->
            new Sequential()
                .then("features", features(blocks, features))
                .then("avgpool", Plain.GLOBAL_MEAN)
                .then("/flat", Plain.FLATTEN)
                .then(
                    "classifier",
                    Sequential.of(
                        Linear.of(features, hidden),
                        HS,
                        Plain.NOTHING,
                        Linear.of(hidden, variant.classes()))));
  }

  private static NetworkModule features(List<Block> blocks, int features) {
    List<NetworkModule> parts = new ArrayList<>();
    parts.add(Blocks.convNorm(Conv2d.plain(3, STEM, Window.same(3, 2)), EPS, HS));
    blocks.forEach(block -> parts.add(block(block)));
    int last = blocks.get(blocks.size() - 1).out();
    parts.add(Blocks.convNorm(Conv2d.plain(last, features, Window.same(1)), EPS, HS));
    return Sequential.of(parts);
  }

  private static NetworkModule block(Block block) {
    int wide = block.wide();
    Activation activation = block.activation();
    List<NetworkModule> parts = new ArrayList<>();
    if (wide != block.in()) {
      Conv2d expand = Conv2d.plain(block.in(), wide, Window.same(1));
      parts.add(Blocks.convNorm(expand, EPS, activation));
    }
    Conv2d depthwise = Conv2d.depthwise(wide, Window.same(block.kernel(), block.stride()));
    parts.add(Blocks.convNorm(depthwise, EPS, activation));
    if (block.gated()) {
      int squeezed = Blocks.divisible(wide / 4);
      parts.add(new SqueezeExcitation(wide, squeezed, RE, Activation.HARD_SIGMOID));
    }
    parts.add(Blocks.convNorm(Conv2d.plain(wide, block.out(), Window.same(1)), EPS));
    boolean added = block.stride() == 1 && block.in() == block.out();
    return new Residual("block", Sequential.of(parts), added);
  }
}
