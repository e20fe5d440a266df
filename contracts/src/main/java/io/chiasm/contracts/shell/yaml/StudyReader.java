package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The whole file: each section by its own reader, defaults for the sections that are absent. */
final class StudyReader {
  static final List<String> KEYS =
      List.of(
          "study",
          "dataset",
          "networks",
          "layers",
          "preprocessing",
          "activations",
          "split",
          "encoding",
          "validation",
          "semantic",
          "surface",
          "vertex");

  /** The word for an optional file or folder that is absent. */
  static final String NONE = "none";

  private static final String NAME =
      "1 to 64 lower-case letters, digits, '.', '_' or '-', first and last a letter or digit";
  private static final String DATASET = "a section such as {algonauts: data/algonauts_2023}";
  private static final String SURFACE = "none, or an existing folder";

  private final Locations locations;

  StudyReader(Locations locations) {
    this.locations = locations;
  }

  Study read(Value root) {
    Section section = root.section(KEYS);
    Map<String, String> layers = section.value("layers").map(LayersReader::read).orElse(Map.of());
    return new Study(
        section.required("study", NAME).text(Study::isName, NAME),
        new DatasetReader(locations).read(section.required("dataset", DATASET)),
        new NetworksReader(locations, layers)
            .read(section.required("networks", NetworksReader.POSSIBLE)),
        section
            .value("preprocessing")
            .map(v -> v.choice(Preprocessing.class))
            .orElse(Preprocessing.WHOLE_IMAGE),
        section
            .value("activations")
            .map(v -> v.choice(ActivationType.class))
            .orElse(ActivationType.FLOAT32),
        section.value("split").map(SplitReader::read).orElse(SplitSpec.DEFAULT),
        section.value("encoding").map(EncodingReader::read).orElse(EncodingSpec.DEFAULT),
        section
            .value("validation")
            .map(new ValidationReader(locations)::read)
            .orElse(ValidationSpec.DEFAULT),
        semantic(section),
        surface(section),
        section.value("vertex").map(VertexReader::read).orElse(null));
  }

  private @Nullable SemanticSpec semantic(Section section) {
    return section
        .value("semantic")
        .filter(v -> !v.is(NONE))
        .map(new SemanticReader(locations)::read)
        .orElse(null);
  }

  private @Nullable Path surface(Section section) {
    return section
        .value("surface")
        .filter(v -> !v.is(NONE))
        .map(v -> locations.folder(v, SURFACE))
        .orElse(null);
  }
}
