package io.chiasm.report.statistics;

/** A split that lateralisation is taken apart by, as tables name it. */
enum LeakSplit {
  /** Everything crosses: receptive fields and gates. */
  FEATURES("features"),
  /** The same of mirrored images, halves exchanged back. */
  MIRRORED("mirrored"),
  /** Hemifields run apart, but for what gates average over. */
  SHARED_GATES("shared-gates"),
  /** Hemifields run apart, with the network's padding at the midline. */
  ARCHITECTURE("architecture"),
  /** Half of the image is filled with its mean colour. */
  IMAGE("image");

  private final String label;

  LeakSplit(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
