package io.chiasm.contracts.failure;

/** How far a misspelt word is from one that may have been meant. */
public final class EditDistance {
  private EditDistance() {}

  /**
   * Letters to insert, delete or replace.
   *
   * <p>V. I. Levenshtein (1966), Binary codes capable of correcting deletions, insertions and
   * reversals, Soviet Physics Doklady 10, 707–710.
   */
  public static int between(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
