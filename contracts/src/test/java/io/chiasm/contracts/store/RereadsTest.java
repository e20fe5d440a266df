package io.chiasm.contracts.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RereadsTest {
  private static final DamagedObjectException SPOILT =
      new DamagedObjectException(new ObjectKey("images/a"), "sha256", "that", "this");

  private long now;
  private final Rereads rereads = new Rereads(() -> now);

  @Test
  void spoiltBytesAreReadAgainForAMinuteHoweverOftenThatIs() {
    for (int second = 0; second < 60; second++) {
      now = TimeUnit.SECONDS.toNanos(second);
      assertThat(rereads.again(SPOILT)).isTrue();
    }
    now = TimeUnit.SECONDS.toNanos(60);
    assertThat(rereads.again(SPOILT)).isFalse();
  }

  @Test
  void atLeastAFewTimesHoweverLongEachTakes() {
    for (int hour = 0; hour < 5; hour++) {
      now = TimeUnit.HOURS.toNanos(hour);
      assertThat(rereads.again(SPOILT)).isTrue();
    }
    now = TimeUnit.HOURS.toNanos(5);
    assertThat(rereads.again(SPOILT)).isFalse();
  }

  @Test
  void whatIsWrongOtherwiseIsNotTriedAgain() {
    assertThat(rereads.again(new InputException("not a PNG"))).isFalse();
  }
}
