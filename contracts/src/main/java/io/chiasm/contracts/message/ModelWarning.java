package io.chiasm.contracts.message;

import java.util.Locale;

/**
 * What a reader of one encoding's results should know of one of its models.
 *
 * @param model as in tables; empty in a {@link Kind#SENTENCE}
 * @param count how many vertices, components or fits it is about
 * @param of how many there are
 */
public record ModelWarning(Kind kind, String model, int count, int of, String sentence) {
  /** What it is about. */
  public enum Kind {
    /** Vertices without a score, whose held-out responses are constant. */
    CONSTANT_RESPONSE,
    /** Vertices without a score, whose predictions are constant. */
    CONSTANT_PREDICTION,
    /** Components asked for that are not above the numerical rank. */
    DROPPED_COMPONENTS,
    /** Fits that would have a smaller error with alphas below the grid. */
    SMALLEST_ALPHA,
    /** Fits that would have a smaller error with alphas above the grid. */
    LARGEST_ALPHA,
    /** A sentence alone, as documents had it before warnings were of kinds. */
    SENTENCE;

    /** As in tables: {@code constant-response}. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** One that an earlier version kept. */
  public static ModelWarning of(String sentence) {
    return new ModelWarning(Kind.SENTENCE, "", 0, 0, sentence);
  }
}
