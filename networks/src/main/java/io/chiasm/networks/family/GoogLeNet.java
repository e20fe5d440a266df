package io.chiasm.networks.family;

import io.chiasm.networks.module.Branches;
import io.chiasm.networks.module.ChannelAffine;
import io.chiasm.networks.module.Linear;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Pool;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.Unused;
import io.chiasm.networks.module.Window;
import java.util.List;

/**
 * GoogLeNet with batch norm, Szegedy et al. (2015), doi:10.1109/CVPR.2015.7298594. Branches of 5 ×
 * 5 are 3 × 3, as in torchvision.
 */
final class GoogLeNet {
  private static final int FEATURES = 1024;
  private static final Pool HALF = Pool.maxCeiling(Window.of(3, 2, 0));

  /**
   * From torchvision's normalisation of images to mean and standard deviation 0.5, which ported
   * weights were trained with.
   */
  static final NetworkModule TRANSFORM =
      new ChannelAffine(
          List.of(0.229 / 0.5, 0.224 / 0.5, 0.225 / 0.5),
          List.of((0.485 - 0.5) / 0.5, (0.456 - 0.5) / 0.5, (0.406 - 0.5) / 0.5));

  private GoogLeNet() {}

  static List<Architecture> all() {
    return List.of(
        new Architecture(
            "googlenet",
            "fc.weight",
            Initialisation.normal(key -> 0.01),
            variant -> {
              Sequential network = new Sequential();
              if (variant.published()) {
                network.then("/transform_input", TRANSFORM);
              }
              stem(network);
              inceptions(network);
              return head(network, variant.classes());
            }));
  }

  private static void stem(Sequential network) {
    network
        .then("conv1", Blocks.basic(3, 64, Window.of(7, 2, 3)))
        .then("maxpool1", HALF)
        .then("conv2", Blocks.basic(64, 64, Window.same(1)))
        .then("conv3", Blocks.basic(64, 192, Window.same(3)))
        .then("maxpool2", HALF);
  }

  private static void inceptions(Sequential network) {
    network
        .then("inception3a", inception(192, 64, 96, 128, 16, 32, 32))
        .then("inception3b", inception(256, 128, 128, 192, 32, 96, 64))
        .then("maxpool3", HALF)
        .then("inception4a", inception(480, 192, 96, 208, 16, 48, 64))
        .then("inception4b", inception(512, 160, 112, 224, 24, 64, 64))
        .then("inception4c", inception(512, 128, 128, 256, 24, 64, 64))
        .then("inception4d", inception(512, 112, 144, 288, 32, 64, 64))
        .then("inception4e", inception(528, 256, 160, 320, 32, 128, 128))
        .then("maxpool4", Pool.maxCeiling(Window.of(2, 2, 0)))
        .then("inception5a", inception(832, 256, 160, 320, 32, 128, 128))
        .then("inception5b", inception(832, 384, 192, 384, 48, 128, 128));
  }

  private static NetworkModule head(Sequential network, int classes) {
    return network
        .then("aux1", auxiliary(512, classes))
        .then("aux2", auxiliary(528, classes))
        .then("avgpool", Plain.GLOBAL_MEAN)
        .then("/flat", Plain.FLATTEN)
        .then("fc", Linear.of(FEATURES, classes));
  }

  private static NetworkModule inception(
      int in, int one, int threeIn, int three, int fiveIn, int five, int pooled) {
    return new Branches()
        .and("branch1", Blocks.basic(in, one, Window.same(1)))
        .and("branch2", two(in, threeIn, three))
        .and("branch3", two(in, fiveIn, five))
        .and(
            "branch4",
            Sequential.of(
                Pool.maxCeiling(Window.same(3)), Blocks.basic(in, pooled, Window.same(1))));
  }

  private static NetworkModule two(int in, int between, int out) {
    return Sequential.of(
        Blocks.basic(in, between, Window.same(1)), Blocks.basic(between, out, Window.same(3)));
  }

  private static NetworkModule auxiliary(int in, int classes) {
    return new Unused(
        new Sequential()
            .then("conv", Blocks.basic(in, 128, Window.same(1)))
            .then("fc1", Linear.of(2048, 1024))
            .then("fc2", Linear.of(1024, classes)));
  }
}
