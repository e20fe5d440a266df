package io.chiasm.study.progress;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Shares out the free places of a queue among those who have something to put there: each next
 * place is for who has the fewest tasks in the queue, of several for who has waited longest. So
 * whoever comes beside others is behind one full queue at most, however much they have to do.
 */
public final class Shares {
  private Shares() {}

  /**
   * One who shares.
   *
   * @param inQueue tasks that are in the queue or under way
   * @param waiting tasks that are not sent yet
   * @param lastServed moment of the last place that was given, in any unit
   */
  public record Claim(int inQueue, int waiting, long lastServed) {}

  /**
   * Places for each of them.
   *
   * @param window places of the queue; what is in it counts
   */
  public static List<Integer> of(int window, List<Claim> claims) {
    int free = window - claims.stream().mapToInt(Claim::inQueue).sum();
    int[] given = new int[claims.size()];
    PriorityQueue<Integer> next =
        new PriorityQueue<>(
            Comparator.comparingInt((Integer i) -> claims.get(i).inQueue() + given[i])
                .thenComparingLong(i -> claims.get(i).lastServed()));
    for (int i = 0; i < claims.size(); i++) {
      if (claims.get(i).waiting() > 0) {
        next.add(i);
      }
    }
    for (int place = 0; place < free && !next.isEmpty(); place++) {
      int who = next.remove();
      given[who]++;
      if (given[who] < claims.get(who).waiting()) {
        next.add(who);
      }
    }
    return Arrays.stream(given).boxed().toList();
  }
}
