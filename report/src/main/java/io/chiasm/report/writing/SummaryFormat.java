package io.chiasm.report.writing;

/** How a summary is written. */
@FunctionalInterface
public interface SummaryFormat {
  byte[] bytes(StudySummary summary);
}
