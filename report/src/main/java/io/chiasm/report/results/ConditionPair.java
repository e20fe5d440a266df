package io.chiasm.report.results;

/** A condition of one study and the one of another that it is compared with. */
public record ConditionPair(Condition a, Condition b) {
  private static final String LESS = " − ";

  /** The pair as a condition of its own; what differs is {@code b − a}. */
  public Condition difference() {
    return joined(LESS);
  }

  /** The same for names of files. */
  public Condition plain() {
    return joined("_minus_");
  }

  private Condition joined(String less) {
    return new Condition(
        joined(a.network(), b.network(), less),
        joined(a.layer(), b.layer(), less),
        joined(a.tensor(), b.tensor(), less),
        joined(a.split(), b.split(), less),
        joined(a.regression(), b.regression(), less));
  }

  private static String joined(String one, String other, String less) {
    return one.equals(other) ? one : other + less + one;
  }
}
