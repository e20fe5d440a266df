package io.chiasm.contracts.study;

import java.util.List;

/** A linear regression through Gram matrices. */
public sealed interface Regression {
  /** Name in the study file and in tables. */
  String label();

  /** Everything but the name that its results depend on, as numbers. */
  List<? extends Number> settings();

  /**
   * Ridge with a penalty per vertex, chosen on training stimuli only.
   *
   * @param alphas penalties to choose from, ascending, positive
   */
  record Ridge(List<Double> alphas) implements Regression {
    public Ridge {
      alphas = List.copyOf(alphas);
      if (alphas.isEmpty()) {
        throw new IllegalArgumentException("ridge needs at least one alpha");
      }
      double last = 0;
      for (double alpha : alphas) {
        if (!(alpha > last) || Double.isInfinite(alpha)) {
          throw new IllegalArgumentException(
              "alphas must be positive, finite and ascending, got " + alphas);
        }
        last = alpha;
      }
    }

    @Override
    public String label() {
      return "ridge";
    }

    @Override
    public List<Double> settings() {
      return alphas;
    }
  }

  /**
   * Exact principal components, then least squares with an intercept.
   *
   * @param components number of components, positive
   */
  record PcaOls(int components) implements Regression {
    /** The Algonauts 2023 tutorial's number. */
    public static final int DEFAULT_COMPONENTS = 100;

    public PcaOls {
      if (components < 1) {
        throw new IllegalArgumentException("components must be positive, got " + components);
      }
    }

    @Override
    public String label() {
      return "pca-ols";
    }

    @Override
    public List<Integer> settings() {
      return List.of(components);
    }
  }
}
