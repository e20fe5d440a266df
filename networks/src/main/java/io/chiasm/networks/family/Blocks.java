package io.chiasm.networks.family;

import io.chiasm.networks.module.Activation;
import io.chiasm.networks.module.BatchNorm2d;
import io.chiasm.networks.module.Conv2d;
import io.chiasm.networks.module.Linear;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.Window;

/** What several families are made of. */
final class Blocks {
  /** torch's own. */
  static final double EPS = 1e-5;

  private Blocks() {}

  /** torchvision's {@code Conv2dNormActivation}. */
  static Sequential convNorm(Conv2d conv, double eps, Activation activation) {
    return Sequential.of(conv, new BatchNorm2d(conv.out(), eps), activation);
  }

  /** The same without activation. */
  static Sequential convNorm(Conv2d conv, double eps) {
    return Sequential.of(conv, new BatchNorm2d(conv.out(), eps));
  }

  /** torchvision's {@code BasicConv2d} of GoogLeNet and Inception. */
  static Sequential basic(int in, int out, Window window) {
    return new Sequential()
        .then("conv", Conv2d.plain(in, out, window))
        .then("bn", new BatchNorm2d(out, 1e-3))
        .then("/relu", Activation.RELU);
  }

  /** Dropout and one linear layer. */
  static NetworkModule dropoutLinear(int features, int classes) {
    return Sequential.of(Plain.NOTHING, Linear.of(features, classes));
  }

  /** Channels rounded to a multiple of 8, never more than a tenth down. */
  static int divisible(double channels) {
    int rounded = Math.max(8, (int) (channels + 4) / 8 * 8);
    return rounded < 0.9 * channels ? rounded + 8 : rounded;
  }
}
