package io.chiasm.dataset.algonauts;

import static org.assertj.core.api.Assertions.assertThat;

/** What a report must say. */
final class Defects {
  private Defects() {}

  static void assertError(DatasetReport report, String part) {
    assertThat(report.errors()).extracting(Finding::place).anyMatch(p -> p.contains(part));
    assertThat(report.usable()).isFalse();
  }

  static void assertWarning(DatasetReport report, String part) {
    assertThat(report.warnings()).extracting(Finding::place).anyMatch(p -> p.contains(part));
  }
}
