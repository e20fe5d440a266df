package io.chiasm.aggregator.shell.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.TransientException;
import org.junit.jupiter.api.Test;

class LookTest {
  private static final Look<String> SEEN = new Look<>("0 tasks", "");

  @Test
  void whatTheLastLookSawIsKnown() {
    assertThat(SEEN.now("the topics")).isEqualTo("0 tasks");
  }

  /** A backlog of 0 from before the broker went away would end every worker. */
  @Test
  void whatIsOlderIsNotKnown() {
    Look<String> old = SEEN.failed("the broker does not answer");
    assertThat(old.seen()).isEqualTo("0 tasks");
    assertThatThrownBy(() -> old.now("the topics"))
        .isInstanceOf(TransientException.class)
        .hasMessage("the topics are not known: the broker does not answer");
  }
}
