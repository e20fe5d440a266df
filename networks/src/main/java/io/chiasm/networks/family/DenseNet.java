package io.chiasm.networks.family;

import io.chiasm.networks.module.Activation;
import io.chiasm.networks.module.BatchNorm2d;
import io.chiasm.networks.module.Conv2d;
import io.chiasm.networks.module.DenseBlock;
import io.chiasm.networks.module.Linear;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Pool;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.Window;
import java.util.ArrayList;
import java.util.List;

/** DenseNet-BC, Huang et al. (2017), doi:10.1109/CVPR.2017.243. */
final class DenseNet {
  private static final int BOTTLENECK = 4;

  private DenseNet() {}

  static List<Architecture> all() {
    return List.of(
        architecture("densenet121", 64, 32, 6, 12, 24, 16),
        architecture("densenet161", 96, 48, 6, 12, 36, 24),
        architecture("densenet169", 64, 32, 6, 12, 32, 32),
        architecture("densenet201", 64, 32, 6, 12, 48, 32));
  }

  private static Architecture architecture(String name, int stem, int growth, int... blocks) {
    return new Architecture(
        name,
        "classifier.weight",
        Initialisation.fanIn(),
        variant ->
            new Sequential()
                .then("features", features(stem, growth, blocks))
                .then("/relu", Activation.RELU)
                .then("/mean", Plain.GLOBAL_MEAN)
                .then("/flat", Plain.FLATTEN)
                .then("classifier", Linear.of(last(stem, growth, blocks), variant.classes())));
  }

  private static int last(int stem, int growth, int[] blocks) {
    int channels = stem;
    for (int i = 0; i < blocks.length; i++) {
      channels = (i == 0 ? channels : channels / 2) + blocks[i] * growth;
    }
    return channels;
  }

  private static NetworkModule features(int stem, int growth, int[] blocks) {
    Sequential features =
        new Sequential()
            .then("conv0", Conv2d.plain(3, stem, Window.of(7, 2, 3)))
            .then("norm0", new BatchNorm2d(stem, Blocks.EPS))
            .then("relu0", Activation.RELU)
            .then("pool0", Pool.max(Window.of(3, 2, 1)));
    int channels = stem;
    for (int i = 0; i < blocks.length; i++) {
      features.then("denseblock" + (i + 1), block(channels, growth, blocks[i]));
      channels += blocks[i] * growth;
      if (i < blocks.length - 1) {
        features.then("transition" + (i + 1), transition(channels));
        channels /= 2;
      }
    }
    return features.then("norm5", new BatchNorm2d(channels, Blocks.EPS));
  }

  private static NetworkModule block(int channels, int growth, int count) {
    List<NetworkModule> layers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int in = channels + i * growth;
      int narrow = BOTTLENECK * growth;
      layers.add(
          new Sequential()
              .then("norm1", new BatchNorm2d(in, Blocks.EPS))
              .then("relu1", Activation.RELU)
              .then("conv1", Conv2d.plain(in, narrow, Window.same(1)))
              .then("norm2", new BatchNorm2d(narrow, Blocks.EPS))
              .then("relu2", Activation.RELU)
              .then("conv2", Conv2d.plain(narrow, growth, Window.same(3))));
    }
    return new DenseBlock(layers);
  }

  private static NetworkModule transition(int channels) {
    return new Sequential()
        .then("norm", new BatchNorm2d(channels, Blocks.EPS))
        .then("relu", Activation.RELU)
        .then("conv", Conv2d.plain(channels, channels / 2, Window.same(1)))
        .then("pool", Pool.mean(Window.of(2, 2, 0)));
  }
}
