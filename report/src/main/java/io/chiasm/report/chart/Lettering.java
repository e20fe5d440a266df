package io.chiasm.report.chart;

/** How letters are drawn. */
public enum Lettering {
  /** As text that a reader can select and an editor can change; needs a font when shown. */
  TEXT,
  /** As outlines: needs no font, looks the same everywhere. */
  OUTLINES
}
