package io.chiasm.report.writing.summary;

/** How a summary is written. */
@FunctionalInterface
public interface SummaryFormat {
  byte[] bytes(StudySummary summary);
}
