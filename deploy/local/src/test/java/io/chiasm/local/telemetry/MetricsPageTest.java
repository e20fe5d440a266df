package io.chiasm.local.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MetricsPageTest {
  @Test
  void theFirstFamilyOfAnAnswerCountsAsWell() throws Exception {
    String ours = "200 # TYPE chiasm_tasks counter\nchiasm_tasks_total 1.0\n";
    assertThat(MetricsPage.shown(ours)).containsExactly("chiasm_tasks_total");
    String other = "# TYPE jvm_gc_overhead gauge\njvm_gc_overhead 0.02\n";
    assertThat(MetricsPage.lacking("aggregator", other)).doesNotContain("jvm_gc_overhead");
    assertThat(MetricsPage.lacking("aggregator", "200 " + other)).doesNotContain("jvm_gc_overhead");
    assertThat(MetricsPage.lacking("aggregator", ours)).contains("jvm_gc_overhead");
  }
}
