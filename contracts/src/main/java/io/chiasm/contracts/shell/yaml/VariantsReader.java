package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSource.BuiltIn;
import io.chiasm.contracts.study.NetworkSource.Onnx;
import io.chiasm.contracts.study.NetworkSource.Published;
import io.chiasm.contracts.study.Weights.Trained;
import io.chiasm.contracts.study.Weights.Untrained;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Graph and weights of an entry of {@code networks}: one network per seed or checkpoint. */
final class VariantsReader {
  private static final String UNTRAINED = "untrained";
  private static final String TRAINED = "trained";
  private static final String TORCHVISION = Published.TORCHVISION;
  private static final String ONNX = "an existing ONNX file";
  private static final String ONNX_FILES =
      "an existing ONNX file, or a pattern of .onnx files such as networks/*.onnx";
  private static final String ONNX_ENDING = ".onnx";
  private static final String ARCHITECTURE = "a built-in architecture such as efficientnet_b0";
  private static final String WEIGHTS =
      "published weights such as IMAGENET1K_V1, an existing .pth or .safetensors file, or untrained";
  private static final String FILE_AND_SET =
      "{file: FILE, set: SET} for one of several sets of weights in a file";
  private static final String SET =
      "the name of a set of weights in the file, such as model_ema; 'networks inspect' lists them";
  private static final List<String> FILE_KEYS = List.of("file", "set");
  private static final List<String> FILES_KEYS = List.of("files", "set");
  private static final int LONGEST_SET = 400;
  private static final String CHECKPOINT = "an existing .pth or .safetensors file";
  private static final String SEEDS = "a list of whole numbers such as [0, 1, 2]";
  private static final int MOST_SEEDS = 1000;
  private static final Pattern ARCHITECTURE_NAME = Pattern.compile("[a-z][a-z0-9_]{0,63}");

  private final Locations locations;

  VariantsReader(Locations locations) {
    this.locations = locations;
  }

  List<Variant> read(Section entry) {
    if (entry.has("catalogue")) {
      return published(entry);
    }
    if (entry.has("checkpoints") && !entry.has("onnx") && !entry.has("architecture")) {
      return graphs(entry);
    }
    if (entry.has("onnx") == entry.has("architecture")) {
      throw entry
          .place()
          .wrong(
              entry.has("onnx")
                  ? "found onnx beside architecture"
                  : "found neither onnx nor architecture",
              "one of onnx, architecture and catalogue");
    }
    return entry.has("onnx") ? onnx(entry) : builtIn(entry);
  }

  private List<Variant> onnx(Section entry) {
    refuse(entry, "checkpoints", "only with architecture");
    Value file = entry.required("onnx", ONNX);
    if (isPattern(file)) {
      return matching(entry, file);
    }
    return onnx(entry, new Onnx(locations.file(file, ONNX, !entry.isOptional())));
  }

  private List<Variant> onnx(Section entry, Onnx source) {
    String weights =
        entry.value("weights").map(v -> v.choice(List.of(TRAINED, UNTRAINED))).orElse(TRAINED);
    return weights.equals(UNTRAINED)
        ? untrained(entry, source)
        : List.of(trained(entry, "", source));
  }

  /** A file may have a name that looks like a pattern. */
  private boolean isPattern(Value file) {
    String text = file.text(ONNX);
    return FilePattern.isPattern(text) && !locations.isFile(file, text);
  }

  /** One network per file, named after it; files that are no networks are left out. */
  private List<Variant> matching(Section entry, Value pattern) {
    List<Variant> variants = new ArrayList<>();
    for (Path file :
        new FilePattern(pattern, ONNX_FILES).files(locations, f -> f.endsWith(ONNX_ENDING))) {
      String stem = FileStem.of(file);
      String suffix = entry.has("name") ? "-" + stem : "";
      for (Variant one : onnx(entry, new Onnx(file))) {
        variants.add(new Variant(suffix + one.suffix(), one.source(), one.weights(), stem, true));
      }
    }
    return variants;
  }

  /** Checkpoints of one training, each a graph. */
  private List<Variant> graphs(Section entry) {
    refuse(entry, "weights", "either weights or checkpoints");
    refuse(entry, "imagenet_acc1", "not with checkpoints, which differ in accuracy");
    entry.required("name", "the name of the training, with checkpoints that are ONNX files");
    Value pattern = entry.required("checkpoints", Checkpoints.GRAPHS);
    List<Variant> variants = new ArrayList<>();
    for (Path file :
        new FilePattern(pattern, Checkpoints.GRAPHS)
            .files(locations, name -> name.endsWith(ONNX_ENDING))) {
      Variant one = trained(entry, "-" + FileStem.of(file), new Onnx(file));
      variants.add(
          new Variant(one.suffix(), one.source(), one.weights(), FileStem.of(file), false));
    }
    return variants;
  }

  private static List<Variant> published(Section entry) {
    for (String key :
        List.of(
            "onnx",
            "architecture",
            "weights",
            "seed",
            "seeds",
            "checkpoints",
            "input_size",
            "imagenet_acc1")) {
      refuse(entry, key, "only without catalogue");
    }
    String catalogue = entry.required("catalogue", TORCHVISION).choice(List.of(TORCHVISION));
    return List.of(new Variant("", new Published(catalogue), new Trained(), "", true));
  }

  private List<Variant> builtIn(Section entry) {
    String architecture =
        entry
            .required("architecture", ARCHITECTURE)
            .text(a -> ARCHITECTURE_NAME.matcher(a).matches(), ARCHITECTURE);
    refuse(entry, "input_size", "only with onnx, where the file leaves it open");
    if (entry.has("checkpoints")) {
      return checkpoints(entry, architecture);
    }
    Value weights = entry.required("weights", WEIGHTS + "; or checkpoints");
    if (weights.is(UNTRAINED)) {
      return untrained(entry, new BuiltIn(architecture, ""));
    }
    return List.of(
        trained(
            entry,
            "",
            weights.isSection()
                ? file(architecture, weights.section(FILE_KEYS), entry.isOptional())
                : new BuiltIn(architecture, weights(weights, entry.isOptional()))));
  }

  /** A file of any name, and one of the sets of weights in it. */
  private BuiltIn file(String architecture, Section weights, boolean optional) {
    Path file = locations.file(weights.required("file", CHECKPOINT), CHECKPOINT, !optional);
    return new BuiltIn(architecture, file.toString(), set(weights));
  }

  private static String set(Section chosen) {
    return chosen.value("set").map(v -> v.text(s -> s.length() <= LONGEST_SET, SET)).orElse("");
  }

  private String weights(Value value, boolean optional) {
    String text = value.text(WEIGHTS);
    if (Checkpoints.isWeights(text)) {
      return locations.file(value, WEIGHTS, !optional).toString();
    }
    int mark = text.lastIndexOf('#');
    if (mark > 0 && Checkpoints.isWeights(text.substring(0, mark))) {
      throw value.not(FILE_AND_SET);
    }
    if (!BuiltIn.isPublished(text)) {
      throw value.not(WEIGHTS);
    }
    return text;
  }

  private List<Variant> checkpoints(Section entry, String architecture) {
    refuse(entry, "weights", "either weights or checkpoints");
    refuse(entry, "imagenet_acc1", "not with checkpoints, which differ in accuracy");
    Value pattern = entry.required("checkpoints", Checkpoints.POSSIBLE);
    String set = "";
    if (pattern.isSection()) {
      Section chosen = pattern.section(FILES_KEYS);
      pattern = chosen.required("files", Checkpoints.POSSIBLE);
      set = set(chosen);
    }
    List<Variant> variants = new ArrayList<>();
    for (Path file : Checkpoints.matching(pattern, locations)) {
      String stem = FileStem.of(file);
      BuiltIn source = new BuiltIn(architecture, file.toString(), set);
      Variant one = trained(entry, "-" + stem, source);
      variants.add(new Variant(one.suffix(), one.source(), one.weights(), stem, false));
    }
    return variants;
  }

  private static Variant trained(Section entry, String suffix, NetworkSource source) {
    refuse(entry, "seed", "only with weights untrained");
    refuse(entry, "seeds", "only with weights untrained");
    return new Variant(suffix, source, new Trained());
  }

  private static List<Variant> untrained(Section entry, NetworkSource source) {
    List<Long> seeds = seeds(entry);
    return seeds.stream()
        .map(s -> new Variant(seeds.size() == 1 ? "" : "-seed" + s, source, new Untrained(s)))
        .toList();
  }

  private static List<Long> seeds(Section entry) {
    if (entry.has("seeds")) {
      refuse(entry, "seed", "either seed or seeds");
    }
    List<Long> seeds = new ArrayList<>();
    entry.value("seed").ifPresent(v -> seeds.add(seed(v)));
    for (Value item : entry.value("seeds").map(v -> v.items(MOST_SEEDS, SEEDS)).orElse(List.of())) {
      long seed = seed(item);
      if (seeds.contains(seed)) {
        throw item.place().wrong("found " + seed + " again", "each seed once");
      }
      seeds.add(seed);
    }
    return seeds.isEmpty() ? List.of(0L) : seeds;
  }

  private static long seed(Value value) {
    return value.wholeNumber(0, Untrained.LARGEST_SEED);
  }

  private static void refuse(Section entry, String key, String possible) {
    entry
        .value(key)
        .ifPresent(
            value -> {
              throw value.place().wrong("not possible here", possible);
            });
  }
}
