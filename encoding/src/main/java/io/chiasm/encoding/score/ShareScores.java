package io.chiasm.encoding.score;

/**
 * What the contralateral and the ipsilateral half contribute to the full model's prediction, and
 * what belongs to neither: the midline, and in R² the difference of the prediction's mean from the
 * held-out mean. The three add up to the full model's score.
 */
public final class ShareScores {
  private final Parts r;
  private final Parts r2;

  public ShareScores(int folds, int vertices) {
    this.r = Parts.of(folds, vertices);
    this.r2 = Parts.of(folds, vertices);
  }

  void set(int fold, int vertex, HeldOutScore full, PredictionShare contra, PredictionShare ipsi) {
    // NaN where the full model has no score, whatever the parts say.
    r.set(fold, vertex, full.r(), contra.r() + 0 * full.r(), ipsi.r() + 0 * full.r());
    r2.set(fold, vertex, full.r2(), contra.r2() + 0 * full.r(), ipsi.r2() + 0 * full.r());
  }

  /** Parts of Pearson's r. */
  public Parts r() {
    return r;
  }

  /** Parts of {@code 1 − RSS/TSS}. */
  public Parts r2() {
    return r2;
  }

  /** Parts of one score. */
  public record Parts(FoldScores contra, FoldScores ipsi, FoldScores rest) {
    private static Parts of(int folds, int vertices) {
      return new Parts(
          new FoldScores(folds, vertices),
          new FoldScores(folds, vertices),
          new FoldScores(folds, vertices));
    }

    private void set(int fold, int vertex, double full, double ofContra, double ofIpsi) {
      contra.set(fold, vertex, ofContra);
      ipsi.set(fold, vertex, ofIpsi);
      rest.set(fold, vertex, full - ofContra - ofIpsi);
    }
  }
}
