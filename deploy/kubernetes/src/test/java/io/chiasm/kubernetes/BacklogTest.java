package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.study.health.Pipeline;
import org.junit.jupiter.api.Test;

/** What the scalers make of the aggregator's answers. */
class BacklogTest {
  private static final GjsonPath PATH = new GjsonPath("topics.#(topic==\"extraction-tasks\").lag");

  @Test
  void aBacklogIsANumber() {
    assertThat(PATH.value(Backlogs.answer(168L))).isEqualTo(168);
    assertThat(PATH.value(Backlogs.answer(0L))).isEqualTo(0);
  }

  @Test
  void anUnknownBacklogIsNoNumber() {
    assertThat(PATH.value(Backlogs.answer(null))).isNull();
    assertThat(PATH.value(Backlogs.parse(Pipeline.UNKNOWN))).isNull();
  }

  @Test
  void aTopicThatIsMissingIsNoNumber() {
    assertThat(new GjsonPath("topics.#(topic==\"tasks\").lag").value(Backlogs.answer(1L))).isNull();
  }

  @Test
  void anotherSyntaxIsNone() {
    assertThatThrownBy(() -> new GjsonPath("topics.#(lag>1)#.lag").value(Backlogs.answer(1L)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
