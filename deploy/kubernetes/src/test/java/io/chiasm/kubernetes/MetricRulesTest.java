package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '\'',
      value = {
        "chiasm_queue_lag > 0; no metric chiasm_queue_lag",
        "rate(chiasm_tasks[5m]); no metric chiasm_tasks",
        "chiasm_queue_backlog_sum; no metric chiasm_queue_backlog_sum",
        "process_start_time; no metric process_start_time",
        "chiasm_studies{study=\"mine\"}; chiasm_studies has no label study",
        "chiasm_queue_backlog{le=\"1\"}; chiasm_queue_backlog has no label le",
        "chiasm_workers{state=\"asleep\"}; no state is asleep",
        "chiasm_studies{state=~\"running|ended\"}; no state is ended",
        "sum by (stage) (chiasm_queue_backlog); no metric here has the label stage",
        "chiasm_workers and on (queue) chiasm_workers; no metric here has the label queue"
      })
  void aMistakeIsNamed(String expression, String words) {
    assertThat(MetricRules.broken("here", expression)).singleElement().asString().contains(words);
  }

  @Test
  void everythingIsReadAndNothingElse() {
    assertThat(
            MetricRules.broken(
                "here",
                """
                histogram_quantile(0.9, sum by (namespace, le, stage) (
                    rate(chiasm_task_duration_seconds_bucket{stage=~"gram|encoding",pod!=""}[5m] offset 1h)))
                  > bool 1e3 * on (stage) group_left () label_replace(
                    chiasm_tasks_total{outcome!="done"}, "queue", "$1-tasks", "stage", "(.+)")
                  unless sum without (queue) (up{job="chiasm"} == 1) or vector(0)
                """))
        .isEmpty();
  }
}
