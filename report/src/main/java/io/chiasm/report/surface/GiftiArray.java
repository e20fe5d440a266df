package io.chiasm.report.surface;

/** One array of a GIFTI file, as float32 whatever it was stored as. */
final class GiftiArray {
  private final String intent;
  private final float[] values;
  private final int columns;

  GiftiArray(String intent, float[] values, int columns) {
    this.intent = intent;
    this.values = values;
    this.columns = columns;
  }

  /** Such as {@code NIFTI_INTENT_POINTSET}. */
  String intent() {
    return intent;
  }

  /** {@code [row, column]}. */
  float[] values() {
    return values;
  }

  int columns() {
    return columns;
  }

  /** The values as whole numbers; exact below 2^24, which no surface reaches. */
  int[] integers() {
    int[] integers = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      integers[i] = (int) values[i];
    }
    return integers;
  }
}
