package io.chiasm.contracts.study;

import java.util.ArrayList;
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
   * @param gammas weights of the right half to choose from in banded ridge, {@code K_γ = γ K_right
   *     + (1−γ) K_left}, ascending, from 0 to 1; empty for no banded ridge
   */
  record Ridge(List<Double> alphas, List<Double> gammas) implements Regression {
    /** Both halves alone, and the ratios 1:9, 1:3, 1:1, 3:1 and 9:1. */
    public static final List<Double> DEFAULT_GAMMAS = List.of(0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 1.0);

    public Ridge {
      alphas = List.copyOf(alphas);
      gammas = List.copyOf(gammas);
      checkGammas(gammas);
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

    /** With the default weights of banded ridge. */
    public Ridge(List<Double> alphas) {
      this(alphas, DEFAULT_GAMMAS);
    }

    private static void checkGammas(List<Double> gammas) {
      double last = -1;
      for (double gamma : gammas) {
        if (!(gamma > last && gamma >= 0 && gamma <= 1)) {
          throw new IllegalArgumentException("gammas must ascend within 0 to 1, got " + gammas);
        }
        last = gamma;
      }
    }

    @Override
    public String label() {
      return "ridge";
    }

    /** Number of alphas, then alphas, then gammas. */
    @Override
    public List<Double> settings() {
      List<Double> settings = new ArrayList<>();
      settings.add((double) alphas.size());
      settings.addAll(alphas);
      settings.addAll(gammas);
      return settings;
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
