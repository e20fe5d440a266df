package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.InputSize;
import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The list {@code networks}. */
final class NetworksReader {
  static final List<String> KEYS =
      List.of(
          "name",
          "onnx",
          "architecture",
          "catalogue",
          "weights",
          "seed",
          "seeds",
          "checkpoints",
          "normalisation",
          "input_size",
          "imagenet_acc1",
          "family",
          "series",
          "epoch",
          "accuracy",
          "optional",
          "layers");
  static final String POSSIBLE = "a list such as [{onnx: network.onnx}]";

  private static final int MOST = 1000;
  private static final String NAME =
      "1 to 64 letters, digits, '.', '_' or '-', first and last a letter or digit";
  private static final String PERCENT = "a percentage from 0 to 100";

  private final VariantsReader variants;
  private final Map<String, String> studyLayers;
  private final Map<String, Place> names = new HashMap<>();

  /**
   * @param studyLayers layers of networks that have none of their own
   */
  NetworksReader(Locations locations, Map<String, String> studyLayers) {
    this.variants = new VariantsReader(locations);
    this.studyLayers = studyLayers;
  }

  List<NetworkSpec> read(Value value) {
    List<NetworkSpec> networks = new ArrayList<>();
    for (Value entry : value.items(MOST, POSSIBLE)) {
      networks.addAll(entry(entry.section(KEYS)));
      if (networks.size() > MOST) {
        throw value.place().wrong("found " + networks.size() + " networks", "at most " + MOST);
      }
    }
    return networks;
  }

  private List<NetworkSpec> entry(Section entry) {
    List<Variant> variants = this.variants.read(entry);
    Normalisation normalisation =
        entry.value("normalisation").flatMap(NormalisationReader::read).orElse(null);
    InputSize size = entry.value("input_size").map(InputSizeReader::read).orElse(null);
    List<String> stems = variants.stream().map(Variant::stem).filter(s -> !s.isEmpty()).toList();
    PerFile<Double> accuracy =
        PerFile.of(entry, "imagenet_acc1", stems, v -> v.number(a -> a >= 0 && a <= 100, PERCENT));
    PerFile<String> family =
        PerFile.of(entry, "family", stems, v -> v.text(NetworkSpec::isName, NAME));
    TrainingReader training = new TrainingReader(entry, stems);
    Boolean optional = entry.value("optional").map(Value::isTrue).orElse(null);
    Map<String, String> layers = entry.value("layers").map(LayersReader::read).orElse(studyLayers);
    List<NetworkSpec> networks = new ArrayList<>();
    for (Variant v : variants) {
      networks.add(
          new NetworkSpec(
              name(entry, v),
              v.source(),
              v.weights(),
              normalisation,
              size,
              accuracy.get(v.stem()),
              layers,
              new NetworkDetails(
                  optional == null ? v.optional() : optional,
                  family.get(v.stem()),
                  training.of(base(entry, v), v))));
    }
    return networks;
  }

  private String name(Section entry, Variant variant) {
    Place place = entry.value("name").map(Value::place).orElse(entry.place());
    String name = base(entry, variant) + variant.suffix();
    if (!NetworkSpec.isName(name)) {
      throw place.wrong("found the name " + Quote.of(name), NAME);
    }
    @Nullable Place first = names.putIfAbsent(name.toLowerCase(Locale.ROOT), place);
    if (first != null) {
      throw place.wrong(
          "found the name " + Quote.of(name) + " again after line " + first.line(),
          "names that differ in more than upper and lower case");
    }
    return name;
  }

  private static String base(Section entry, Variant variant) {
    return entry
        .value("name")
        .map(v -> v.text(NetworkSpec::isName, NAME))
        .orElseGet(() -> named(variant));
  }

  /** Name of a network that is given none: its file's or its architecture's. */
  private static String named(Variant variant) {
    if (variant.source() instanceof NetworkSource.Published published) {
      return published.catalogue();
    }
    return variant.source() instanceof NetworkSource.Onnx onnx
        ? FileStem.of(onnx.file())
        : ((NetworkSource.BuiltIn) variant.source()).architecture();
  }
}
