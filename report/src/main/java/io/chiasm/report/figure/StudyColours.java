package io.chiasm.report.figure;

/** What has the same colour in every figure of a study. */
final class StudyColours {
  static final String FULL = "#9a9a9a";
  static final String CONTRA = "#00538a";
  static final String IPSI = "#f2cf7e";
  static final String CEILING = "#ffffff";
  static final String LOWER_BOUND = "#d6d6d6";
  static final String LEFT = "#5b2a86";
  static final String RIGHT = "#e8a33d";

  /** Two studies side by side. */
  static final String STUDY_A = "#9fd0ee";

  static final String STUDY_B = "#b8460b";

  private StudyColours() {}
}
