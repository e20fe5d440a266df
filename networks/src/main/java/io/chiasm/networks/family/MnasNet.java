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

/** MNASNet B1, Tan et al. (2019), doi:10.1109/CVPR.2019.00293. */
final class MnasNet {
  private static final int FEATURES = 1280;
  private static final int STEM = 32;
  private static final int SEPARABLE = 16;

  private static final List<Stack> STACKS =
      List.of(
          new Stack(24, 3, 2, 3, 3),
          new Stack(40, 5, 2, 3, 3),
          new Stack(80, 5, 2, 6, 3),
          new Stack(96, 3, 1, 6, 2),
          new Stack(192, 5, 2, 6, 4),
          new Stack(320, 3, 1, 6, 1));

  private MnasNet() {}

  /**
   * Blocks of one kind.
   *
   * @param stride of the first block
   * @param expand channels within a block per channel that enters it
   */
  private record Stack(int out, int kernel, int stride, int expand, int blocks) {}

  static List<Architecture> all() {
    return List.of(
        architecture("mnasnet0_5", 0.5),
        architecture("mnasnet0_75", 0.75),
        architecture("mnasnet1_0", 1.0),
        architecture("mnasnet1_3", 1.3));
  }

  private static Architecture architecture(String name, double width) {
    return new Architecture(
        name,
        "classifier.1.weight",
        Initialisation.fanOut(
            p -> new WeightDistribution.Uniform(Math.sqrt(3) * (1 / Math.sqrt(p.fanOut())))),
        variant ->
            new Sequential()
                .then("layers", layers(width))
                .then("/mean", Plain.GLOBAL_MEAN)
                .then("/flat", Plain.FLATTEN)
                .then("classifier", Blocks.dropoutLinear(FEATURES, variant.classes())));
  }

  private static NetworkModule layers(double width) {
    int stem = Blocks.divisible(STEM * width);
    int in = Blocks.divisible(SEPARABLE * width);
    List<NetworkModule> layers = new ArrayList<>();
    add(layers, Conv2d.plain(3, stem, Window.same(3, 2)), true);
    add(layers, Conv2d.depthwise(stem, Window.same(3)), true);
    add(layers, Conv2d.plain(stem, in, Window.same(1)), false);
    for (Stack stack : STACKS) {
      int out = Blocks.divisible(stack.out() * width);
      layers.add(stack(in, out, stack));
      in = out;
    }
    add(layers, Conv2d.plain(in, FEATURES, Window.same(1)), true);
    return Sequential.of(layers);
  }

  private static void add(List<NetworkModule> layers, Conv2d conv, boolean activated) {
    layers.add(conv);
    layers.add(new BatchNorm2d(conv.out(), Blocks.EPS));
    if (activated) {
      layers.add(Activation.RELU);
    }
  }

  private static NetworkModule stack(int first, int out, Stack stack) {
    List<NetworkModule> blocks = new ArrayList<>();
    for (int i = 0; i < stack.blocks(); i++) {
      int in = i == 0 ? first : out;
      int stride = i == 0 ? stack.stride() : 1;
      int wide = in * stack.expand();
      List<NetworkModule> layers = new ArrayList<>();
      add(layers, Conv2d.plain(in, wide, Window.same(1)), true);
      add(layers, Conv2d.depthwise(wide, Window.same(stack.kernel(), stride)), true);
      add(layers, Conv2d.plain(wide, out, Window.same(1)), false);
      blocks.add(new Residual("layers", Sequential.of(layers), stride == 1 && in == out));
    }
    return Sequential.of(blocks);
  }
}
