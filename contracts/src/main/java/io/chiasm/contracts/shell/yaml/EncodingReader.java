package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import java.util.ArrayList;
import java.util.List;

/** The section {@code encoding}. */
final class EncodingReader {
  static final List<String> KEYS =
      List.of("regression", "alphas", "gammas", "components", "scaling");
  static final List<String> GRID_KEYS = List.of("from", "to", "count");

  private static final String RIDGE = "ridge";
  private static final String PCA = "pca-ols";
  private static final String ALPHA = "a number above 0";
  private static final String ALPHAS =
      "a list such as [1, 10, 100], or {from: 1e-4, to: 1e6, count: 11}";
  private static final String GAMMAS = "a list such as [0, 0.5, 1], [] for none";
  private static final int MOST_ALPHAS = 1000;
  private static final int MOST_GAMMAS = 100;
  private static final int MOST_COMPONENTS = 100_000;

  private EncodingReader() {}

  static EncodingSpec read(Value value) {
    Section section = value.section(KEYS);
    String regression =
        section.value("regression").map(v -> v.choice(List.of(RIDGE, PCA))).orElse(RIDGE);
    return new EncodingSpec(
        regression.equals(RIDGE) ? ridge(section) : pcaOls(section),
        section
            .value("scaling")
            .map(v -> v.choice(Scaling.class))
            .orElse(EncodingSpec.DEFAULT.scaling()));
  }

  private static Regression ridge(Section section) {
    refuse(section, "components", PCA, RIDGE);
    return new Regression.Ridge(
        section.value("alphas").map(EncodingReader::alphas).orElse(AlphaGrid.DEFAULT),
        section
            .value("gammas")
            .map(EncodingReader::gammas)
            .orElse(Regression.Ridge.DEFAULT_GAMMAS));
  }

  private static Regression pcaOls(Section section) {
    refuse(section, "alphas", RIDGE, PCA);
    refuse(section, "gammas", RIDGE, PCA);
    return new Regression.PcaOls(
        section
            .value("components")
            .map(v -> (int) v.wholeNumber(1, MOST_COMPONENTS))
            .orElse(Regression.PcaOls.DEFAULT_COMPONENTS));
  }

  private static void refuse(Section section, String key, String owner, String regression) {
    section
        .value(key)
        .ifPresent(
            value -> {
              throw value
                  .place()
                  .wrong("found with regression " + regression, "only with regression " + owner);
            });
  }

  private static List<Double> alphas(Value value) {
    return value.isSection() ? grid(value.section(GRID_KEYS)) : list(value);
  }

  private static List<Double> list(Value value) {
    List<Double> alphas = new ArrayList<>();
    double last = 0;
    for (Value item : value.items(MOST_ALPHAS, ALPHAS)) {
      double below = last;
      last = item.number(a -> a > below && Double.isFinite(a), above(below));
      alphas.add(last);
    }
    return alphas;
  }

  private static List<Double> gammas(Value value) {
    List<Double> gammas = new ArrayList<>();
    for (Value item : value.itemsOrNone(MOST_GAMMAS, GAMMAS)) {
      double below = gammas.isEmpty() ? -1 : gammas.get(gammas.size() - 1);
      String possible =
          below < 0 ? "a number from 0 to 1" : "a number above " + below + ", at most 1";
      gammas.add(item.number(g -> g > below && g >= 0 && g <= 1, possible));
    }
    return gammas;
  }

  private static List<Double> grid(Section section) {
    double from = section.required("from", ALPHA).number(a -> a > 0 && Double.isFinite(a), ALPHA);
    String possible = above(from);
    double to =
        section.required("to", possible).number(a -> a > from && Double.isFinite(a), possible);
    String count = "a whole number from 2 to " + MOST_ALPHAS;
    return AlphaGrid.logSpaced(
        from, to, (int) section.required("count", count).wholeNumber(2, MOST_ALPHAS));
  }

  private static String above(double last) {
    return last == 0 ? ALPHA : "a number above " + last;
  }
}
