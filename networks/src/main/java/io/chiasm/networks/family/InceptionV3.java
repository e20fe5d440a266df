package io.chiasm.networks.family;

import io.chiasm.networks.module.Branches;
import io.chiasm.networks.module.Linear;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Pool;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.Unused;
import io.chiasm.networks.module.Window;
import java.util.List;

/** Inception v3, Szegedy et al. (2016), doi:10.1109/CVPR.2016.308. */
final class InceptionV3 {
  private static final int FEATURES = 2048;
  private static final Window HALVING = Window.of(3, 2, 0);
  private static final Window ONE = Window.same(1);
  private static final Window ROW = Window.rectangle(1, 7);
  private static final Window COLUMN = Window.rectangle(7, 1);

  private InceptionV3() {}

  static List<Architecture> all() {
    return List.of(
        new Architecture(
            "inception_v3",
            "fc.weight",
            Initialisation.normal(key -> key.equals("AuxLogits.fc.weight") ? 0.001 : 0.1),
            variant -> {
              Sequential network = new Sequential();
              if (variant.published()) {
                network.then("/transform_input", GoogLeNet.TRANSFORM);
              }
              stem(network);
              return mixed(network, variant.classes());
            }));
  }

  private static void stem(Sequential network) {
    network
        .then("Conv2d_1a_3x3", Blocks.basic(3, 32, HALVING))
        .then("Conv2d_2a_3x3", Blocks.basic(32, 32, Window.of(3, 1, 0)))
        .then("Conv2d_2b_3x3", Blocks.basic(32, 64, Window.same(3)))
        .then("maxpool1", Pool.max(HALVING))
        .then("Conv2d_3b_1x1", Blocks.basic(64, 80, ONE))
        .then("Conv2d_4a_3x3", Blocks.basic(80, 192, Window.of(3, 1, 0)))
        .then("maxpool2", Pool.max(HALVING));
  }

  private static NetworkModule mixed(Sequential network, int classes) {
    return network
        .then("Mixed_5b", a(192, 32))
        .then("Mixed_5c", a(256, 64))
        .then("Mixed_5d", a(288, 64))
        .then("Mixed_6a", b())
        .then("Mixed_6b", c(128))
        .then("Mixed_6c", c(160))
        .then("Mixed_6d", c(160))
        .then("Mixed_6e", c(192))
        .then("AuxLogits", auxiliary(classes))
        .then("Mixed_7a", d())
        .then("Mixed_7b", e(1280))
        .then("Mixed_7c", e(2048))
        .then("avgpool", Plain.GLOBAL_MEAN)
        .then("/flat", Plain.FLATTEN)
        .then("fc", Linear.of(FEATURES, classes));
  }

  private static NetworkModule auxiliary(int classes) {
    return new Unused(
        new Sequential()
            .then("conv0", Blocks.basic(768, 128, ONE))
            .then("conv1", Blocks.basic(128, 768, Window.of(5, 1, 0)))
            .then("fc", Linear.of(768, classes)));
  }

  private static NetworkModule a(int in, int pooled) {
    return new Branches()
        .and("branch1x1", Blocks.basic(in, 64, ONE))
        .and(
            "/5x5",
            new Sequential()
                .then("branch5x5_1", Blocks.basic(in, 48, ONE))
                .then("branch5x5_2", Blocks.basic(48, 64, Window.same(5))))
        .and("/3x3dbl", doubled(in, Window.same(3)))
        .and("/pooled", pooled(in, pooled));
  }

  private static NetworkModule b() {
    return new Branches()
        .and("branch3x3", Blocks.basic(288, 384, HALVING))
        .and("/3x3dbl", doubled(288, HALVING))
        .and("/max", Pool.max(HALVING));
  }

  /** Two convolutions of 3 × 3, the second with a given window. */
  private static NetworkModule doubled(int in, Window last) {
    return new Sequential()
        .then("branch3x3dbl_1", Blocks.basic(in, 64, ONE))
        .then("branch3x3dbl_2", Blocks.basic(64, 96, Window.same(3)))
        .then("branch3x3dbl_3", Blocks.basic(96, 96, last));
  }

  private static NetworkModule c(int between) {
    return new Branches()
        .and("branch1x1", Blocks.basic(768, 192, ONE))
        .and(
            "/7x7",
            new Sequential()
                .then("branch7x7_1", Blocks.basic(768, between, ONE))
                .then("branch7x7_2", Blocks.basic(between, between, ROW))
                .then("branch7x7_3", Blocks.basic(between, 192, COLUMN)))
        .and(
            "/7x7dbl",
            new Sequential()
                .then("branch7x7dbl_1", Blocks.basic(768, between, ONE))
                .then("branch7x7dbl_2", Blocks.basic(between, between, COLUMN))
                .then("branch7x7dbl_3", Blocks.basic(between, between, ROW))
                .then("branch7x7dbl_4", Blocks.basic(between, between, COLUMN))
                .then("branch7x7dbl_5", Blocks.basic(between, 192, ROW)))
        .and("/pooled", pooled(768, 192));
  }

  private static NetworkModule d() {
    return new Branches()
        .and(
            "/3x3",
            new Sequential()
                .then("branch3x3_1", Blocks.basic(768, 192, ONE))
                .then("branch3x3_2", Blocks.basic(192, 320, HALVING)))
        .and(
            "/7x7x3",
            new Sequential()
                .then("branch7x7x3_1", Blocks.basic(768, 192, ONE))
                .then("branch7x7x3_2", Blocks.basic(192, 192, ROW))
                .then("branch7x7x3_3", Blocks.basic(192, 192, COLUMN))
                .then("branch7x7x3_4", Blocks.basic(192, 192, HALVING)))
        .and("/max", Pool.max(HALVING));
  }

  private static NetworkModule e(int in) {
    return new Branches()
        .and("branch1x1", Blocks.basic(in, 320, ONE))
        .and(
            "/3x3",
            new Sequential()
                .then("branch3x3_1", Blocks.basic(in, 384, ONE))
                .then("/3x3_2", crossed("branch3x3_2")))
        .and(
            "/3x3dbl",
            new Sequential()
                .then("branch3x3dbl_1", Blocks.basic(in, 448, ONE))
                .then("branch3x3dbl_2", Blocks.basic(448, 384, Window.same(3)))
                .then("/3x3dbl_3", crossed("branch3x3dbl_3")))
        .and("/pooled", pooled(in, 192));
  }

  private static NetworkModule crossed(String name) {
    return new Branches()
        .and(name + "a", Blocks.basic(384, 384, Window.rectangle(1, 3)))
        .and(name + "b", Blocks.basic(384, 384, Window.rectangle(3, 1)));
  }

  private static NetworkModule pooled(int in, int out) {
    return new Sequential()
        .then("/mean", Pool.mean(Window.same(3)))
        .then("branch_pool", Blocks.basic(in, out, ONE));
  }
}
