package io.chiasm.report.results;

/**
 * A named set of vertices.
 *
 * @param roiClass such as {@code prf-visualrois}
 * @param name such as {@code V1v}
 */
public record Roi(String roiClass, String name) {
  /** Every vertex of a hemisphere. */
  public static final Roi ALL = new Roi("all", "all");
}
