package io.chiasm.networks.family;

import io.chiasm.networks.module.Activation;
import io.chiasm.networks.module.Conv2d;
import io.chiasm.networks.module.Linear;
import io.chiasm.networks.module.NetworkModule;
import io.chiasm.networks.module.Plain;
import io.chiasm.networks.module.Pool;
import io.chiasm.networks.module.Sequential;
import io.chiasm.networks.module.Window;
import java.util.List;

/** AlexNet in one column, Krizhevsky (2014), arXiv:1404.5997. */
final class AlexNet {
  private static final int FEATURES = 256 * 6 * 6;
  private static final int HIDDEN = 4096;
  private static final Pool HALF = Pool.max(Window.of(3, 2, 0));

  private AlexNet() {}

  static List<Architecture> all() {
    return List.of(
        new Architecture(
            "alexnet",
            "classifier.6.weight",
            Initialisation.torchDefaults(),
            variant ->
                new Sequential()
                    .then("features", features())
                    // To 6 × 6, which images of 224 pixels give already.
                    .then("avgpool", Plain.NOTHING)
                    .then("/flat", Plain.FLATTEN)
                    .then("classifier", classifier(variant.classes()))));
  }

  private static NetworkModule features() {
    return Sequential.of(
        Conv2d.biased(3, 64, Window.of(11, 4, 2)),
        Activation.RELU,
        HALF,
        Conv2d.biased(64, 192, Window.same(5)),
        Activation.RELU,
        HALF,
        Conv2d.biased(192, 384, Window.same(3)),
        Activation.RELU,
        Conv2d.biased(384, 256, Window.same(3)),
        Activation.RELU,
        Conv2d.biased(256, 256, Window.same(3)),
        Activation.RELU,
        HALF);
  }

  private static NetworkModule classifier(int classes) {
    return Sequential.of(
        Plain.NOTHING,
        Linear.of(FEATURES, HIDDEN),
        Activation.RELU,
        Plain.NOTHING,
        Linear.of(HIDDEN, HIDDEN),
        Activation.RELU,
        Linear.of(HIDDEN, classes));
  }
}
