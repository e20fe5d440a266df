package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LifeTest {
  private final Life life = new Life();

  @Test
  void nothingFollowsAnEnd() {
    assertThat(life.end()).isTrue();
    assertThat(life.end()).isFalse();
    assertThat(life.whole()).isFalse();
    assertThat(life.wanting()).isFalse();
    assertThat(life.phase()).isInstanceOf(Life.Ended.class);
    assertThat(life.phase().underway()).isEmpty();
  }

  @Test
  void whatIsNotPlannedIsNotReported() {
    assertThat(life.whole()).isFalse();
    assertThat(life.wanting()).isFalse();
    assertThat(life.phase()).isInstanceOf(Life.Importing.class);
  }
}
