package io.chiasm.encoding.ridge;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Norms are 2, 2.25 and 3, which floating point holds. */
class SquaredErrorsTest {
  private static final int VERTEX = 1;

  private final SquaredErrors errors = new SquaredErrors(2, 3);

  SquaredErrorsTest() {
    errors.set(VERTEX, 0, 4);
    errors.set(VERTEX, 1, 5.0625);
    errors.set(VERTEX, 2, 9);
  }

  @Test
  void onlyWhatRoundOffMayHaveMadeLargerStaysInContest() {
    assertThat(errors.narrow(VERTEX, new double[] {0.125, 0.125, 0.125})).isTrue();
    assertThat(errors.inContest(VERTEX, 0)).isTrue();
    assertThat(errors.inContest(VERTEX, 1)).isTrue();
    assertThat(errors.inContest(VERTEX, 2)).isFalse();
    assertThat(errors.best(VERTEX)).isZero();
  }

  @Test
  void roundOffIsEachPenaltysOwn() {
    assertThat(errors.narrow(VERTEX, new double[] {0, 0.125, 1})).isTrue();
    assertThat(errors.inContest(VERTEX, 1)).isFalse();
    assertThat(errors.inContest(VERTEX, 2)).isTrue();
  }

  @Test
  void withoutRoundOffTheLeastIsAlone() {
    assertThat(errors.narrow(VERTEX, new double[3])).isFalse();
    assertThat(errors.inContest(VERTEX, 1)).isFalse();
    assertThat(errors.best(VERTEX)).isZero();
  }

  @Test
  void ofEqualErrorsTheLargestPenaltyIsBest() {
    errors.set(VERTEX, 1, 4);
    assertThat(errors.narrow(VERTEX, new double[3])).isTrue();
    assertThat(errors.best(VERTEX)).isEqualTo(1);
  }

  @Test
  void anErrorBecomesTheSmallestOnceFloat64Decides() {
    errors.narrow(VERTEX, new double[] {0.125, 0.125, 0.125});
    errors.set(VERTEX, 0, 5);
    errors.set(VERTEX, 1, 4.5);
    errors.decide(new int[] {VERTEX});
    assertThat(errors.best(VERTEX)).isEqualTo(1);
    assertThat(errors.decided(VERTEX)).isTrue();
    assertThat(errors.decided(0)).isFalse();
  }

  @Test
  void whatIsOutOfContestIsNotChosenWhateverFloat64Says() {
    errors.narrow(VERTEX, new double[] {0.125, 0.125, 0.125});
    errors.set(VERTEX, 0, 20);
    errors.set(VERTEX, 1, 19);
    assertThat(errors.best(VERTEX)).isEqualTo(1);
  }

  @Test
  void whatWasNotMeasuredIsInfinite() {
    assertThat(errors.get(0, 2)).isInfinite();
    assertThat(errors.get(VERTEX, 2)).isEqualTo(9);
  }
}
