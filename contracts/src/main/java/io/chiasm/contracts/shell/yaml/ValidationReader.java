package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.ValidationSpec.FoldFile;
import io.chiasm.contracts.study.ValidationSpec.Holdout;
import io.chiasm.contracts.study.ValidationSpec.KFold;
import java.util.List;

/** The section {@code validation}. */
final class ValidationReader {
  static final List<String> KEYS = List.of("kfold", "holdout", "folds", "seed");

  private static final int MOST_FOLDS = 10_000;
  private static final String FRACTION = "a number between 0 and 1";
  private static final String FILE = "an existing file with the columns stimulus,fold";

  private final Locations locations;

  ValidationReader(Locations locations) {
    this.locations = locations;
  }

  ValidationSpec read(Value value) {
    Section section = value.section(KEYS);
    refuseTogether(section, "holdout", "kfold");
    refuseTogether(section, "folds", "kfold");
    refuseTogether(section, "folds", "holdout");
    refuseTogether(section, "seed", "folds");
    if (section.has("folds")) {
      return new FoldFile(locations.file(section.required("folds", FILE), FILE));
    }
    long seed =
        section.value("seed").map(v -> v.wholeNumber(0, ValidationSpec.LARGEST_SEED)).orElse(0L);
    if (section.has("holdout")) {
      return new Holdout(
          section.required("holdout", FRACTION).number(f -> f > 0 && f < 1, FRACTION), seed);
    }
    return new KFold(
        section
            .value("kfold")
            .map(v -> (int) v.wholeNumber(2, MOST_FOLDS))
            .orElse(ValidationSpec.DEFAULT_FOLDS),
        seed);
  }

  private static void refuseTogether(Section section, String key, String other) {
    if (section.has(key) && section.has(other)) {
      throw section
          .required(key, other)
          .place()
          .wrong("found beside " + other, "one of {kfold, seed}, {holdout, seed}, {folds}");
    }
  }
}
