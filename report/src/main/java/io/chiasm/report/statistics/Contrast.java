package io.chiasm.report.statistics;

/** What is compared with what. */
public enum Contrast {
  /** Prediction by the contralateral half less that by the ipsilateral half. */
  CONTRA_IPSI("contra-ipsi", "participants"),
  /** Lateralisation in one layer less that in a later layer. */
  LAYERS("layers", "participants"),
  /** A trained network less untrained ones of the same source, the mean over their seeds. */
  TRAINED_UNTRAINED("trained-untrained", "participants"),
  /** Lateralisation in the left hemisphere less that in the right. */
  HEMISPHERES("lh-rh", "participants"),
  /** A value in one study less that in another. */
  STUDIES("studies", "participants"),
  /** Spearman correlation of networks' ImageNet top-1 accuracy with their lateralisation. */
  ACCURACY("accuracy", "networks");

  private final String label;
  private final String unit;

  Contrast(String label, String unit) {
    this.label = label;
    this.unit = unit;
  }

  /** Name in tables. */
  public String label() {
    return label;
  }

  /** What one value belongs to: {@code participants}, or {@code networks}. */
  public String unit() {
    return unit;
  }
}
