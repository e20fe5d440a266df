package io.chiasm.local.power;

/**
 * Weights of the two hemifields in a signal {@code a · contra + b · ipsi} of unit variance, where
 * {@code contra} and {@code ipsi} are uncorrelated sums of features, and each feature correlates by
 * ρ with its counterpart in the other half.
 *
 * <p>Of such a signal the best prediction from the contralateral half correlates with it by {@code
 * A = √(a² + ρ²b²)}, that from the ipsilateral half by {@code B = √(b² + ρ²a²)}. So {@code A² + B²
 * = 1 + ρ²}, and the difference {@code A − B} determines both.
 *
 * @param contra a
 * @param ipsi b
 */
record Planting(double contra, double ipsi) {
  /**
   * @param difference {@code A − B}, from 0 to {@code 1 − ρ}
   * @param halves ρ, from 0, below 1
   */
  static Planting of(double difference, double halves) {
    double square = halves * halves;
    double best = (difference + Math.sqrt(2 * (1 + square) - difference * difference)) / 2;
    double a = Math.sqrt(Math.min(1, (best * best - square) / (1 - square)));
    return new Planting(a, Math.sqrt(1 - a * a));
  }
}
