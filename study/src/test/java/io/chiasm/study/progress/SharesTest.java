package io.chiasm.study.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.progress.Shares.Claim;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SharesTest {
  @Test
  void aLoneStudyHasTheWholeWindow() {
    assertThat(Shares.of(200, List.of(new Claim(30, 100_000, 0)))).containsExactly(170);
  }

  @Test
  void whatIsFreeGoesToWhoHasLeastInTheQueue() {
    assertThat(Shares.of(200, List.of(new Claim(190, 100_000, 0), new Claim(0, 50, 0))))
        .containsExactly(0, 10);
    assertThat(Shares.of(10, List.of(new Claim(2, 9, 0), new Claim(0, 1, 0), new Claim(1, 9, 0))))
        .containsExactly(3, 1, 3);
  }

  @Test
  void whoHasWaitedLongestIsFirstAmongEquals() {
    assertThat(Shares.of(2, List.of(new Claim(0, 9, 30), new Claim(0, 9, 10), new Claim(0, 9, 20))))
        .containsExactly(0, 1, 1);
  }

  @Test
  void aFullQueueTakesNothing() {
    assertThat(Shares.of(5, List.of(new Claim(7, 9, 0), new Claim(0, 9, 0)))).containsOnly(0);
  }

  @Test
  void noPlaceIsGivenTwiceOrLeftEmpty() {
    Random random = new Random(3);
    for (int round = 0; round < 200; round++) {
      // Given
      int window = random.nextInt(60);
      List<Claim> claims =
          IntStream.range(0, random.nextInt(12))
              .mapToObj(i -> new Claim(random.nextInt(8), random.nextInt(9), random.nextInt(5)))
              .toList();
      // When
      List<Integer> places = Shares.of(window, claims);
      // Then
      int inQueue = claims.stream().mapToInt(Claim::inQueue).sum();
      int waiting = claims.stream().mapToInt(Claim::waiting).sum();
      assertThat(places.stream().mapToInt(i -> i).sum())
          .isEqualTo(Math.min(Math.max(0, window - inQueue), waiting));
      for (int i = 0; i < claims.size(); i++) {
        assertThat(places.get(i)).isBetween(0, claims.get(i).waiting());
      }
    }
  }

  /** The bound that a small study beside a huge one relies on. */
  @Test
  void aSmallStudyIsBehindOneWindowAtMost() {
    // Given
    int window = 20;
    int done = 0;
    int[] inQueue = {window, 0};
    int[] waiting = {100_000, 30};
    // When
    while (waiting[1] > 0) {
      // The queue is first in, first out: only the huge study's tasks are finished.
      inQueue[0]--;
      done++;
      List<Integer> places =
          Shares.of(
              window,
              List.of(new Claim(inQueue[0], waiting[0], 0), new Claim(inQueue[1], waiting[1], 0)));
      for (int i = 0; i < 2; i++) {
        inQueue[i] += places.get(i);
        waiting[i] -= places.get(i);
      }
      if (inQueue[1] >= window / 2) {
        break;
      }
    }
    // Then: it has its half of the queue as soon as the other's half is worked off.
    assertThat(done).isEqualTo(window / 2);
  }
}
