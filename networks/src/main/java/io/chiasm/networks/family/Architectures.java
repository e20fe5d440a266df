package io.chiasm.networks.family;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Every architecture that is built in. */
public final class Architectures {
  private static final Map<String, Architecture> BY_NAME = new LinkedHashMap<>();

  static {
    Stream.of(
            EfficientNets.all(),
            MobileNetV2.all(),
            MobileNetV3.all(),
            MnasNet.all(),
            AlexNet.all(),
            ConvNeXt.all(),
            DenseNet.all(),
            GoogLeNet.all(),
            InceptionV3.all())
        .flatMap(List::stream)
        .forEach(a -> BY_NAME.put(a.name(), a));
  }

  private Architectures() {}

  /** All of them, family by family. */
  public static List<Architecture> all() {
    return List.copyOf(BY_NAME.values());
  }

  public static Optional<Architecture> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }
}
