package io.chiasm.study.progress;

import io.chiasm.study.progress.Shares.Claim;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/**
 * Studies that share workers over one first-in-first-out queue, simulated with the code that shares
 * out the window: bench/backlog.
 */
public final class SharesBench {
  /** A look of the aggregator. */
  private static final double LOOK = 0.5;

  private final int window;
  private final int workers;
  private final double seconds;
  private final int[] waiting;
  private final int[] inQueue;
  private final int[] left;
  private final long[] served;
  private final double[] begins;
  private final double[] ended;
  private final Deque<Integer> queue = new ArrayDeque<>();

  private SharesBench(int window, int workers, double seconds, int[] tasks, double[] begins) {
    this.window = window;
    this.workers = workers;
    this.seconds = seconds;
    this.waiting = tasks.clone();
    this.left = tasks.clone();
    this.inQueue = new int[tasks.length];
    this.served = new long[tasks.length];
    this.begins = begins;
    this.ended = new double[tasks.length];
  }

  public static void main(String[] args) {
    System.out.println(
        "| workers | a task takes | window | small alone | beside a huge one | beside 199 |"
            + " workers busy |");
    System.out.println("| --- | --- | --- | --- | --- | --- | --- |");
    for (int[] shape : new int[][] {{10, 220}, {40, 220}, {8, 35_000}, {32, 35_000}}) {
      for (int window : new int[] {Integer.MAX_VALUE, 1000, 200, 50}) {
        row(window, shape[0], shape[1] / 1000.0);
      }
    }
  }

  /** A small study has 100 tasks, a huge one 100,000, each of the others 2,000. */
  private static void row(int window, int workers, double seconds) {
    double begin = 60 * seconds;
    SharesBench alone =
        new SharesBench(window, workers, seconds, new int[] {100}, new double[] {0});
    alone.run(0);
    SharesBench huge =
        new SharesBench(
            window, workers, seconds, new int[] {100_000, 100}, new double[] {0, begin});
    double busy = huge.run(1);
    int[] many = new int[200];
    Arrays.fill(many, 2_000);
    many[199] = 100;
    double[] begins = new double[200];
    begins[199] = begin;
    SharesBench beside = new SharesBench(window, workers, seconds, many, begins);
    beside.run(199);
    System.out.printf(
        Locale.ROOT,
        "| %d | %.2f s | %s | %.0f s | %,.0f s | %,.0f s | %.0f %% |%n",
        workers,
        seconds,
        window == Integer.MAX_VALUE ? "none" : Integer.toString(window),
        alone.ended[0],
        huge.ended[1] - begin,
        beside.ended[199] - begin,
        100 * busy);
  }

  /** Until this study has ended; returns the share of time that workers worked. */
  private double run(int study) {
    // When a worker is done, and with whose task.
    PriorityQueue<double[]> under = new PriorityQueue<>((a, b) -> Double.compare(a[0], b[0]));
    List<Integer> done = new ArrayList<>();
    double look = 0;
    double busy = 0;
    double now = 0;
    long looks = 0;
    while (left[study] > 0) {
      while (under.size() < workers && !queue.isEmpty()) {
        under.add(new double[] {now + seconds, queue.remove()});
        busy += seconds;
      }
      if (!under.isEmpty() && under.element()[0] <= look) {
        now = under.element()[0];
        int of = (int) under.remove()[1];
        left[of]--;
        ended[of] = now;
        done.add(of);
      } else {
        now = look;
        if (!done.isEmpty() || looks == 0 || isBeginning(look)) {
          done.forEach(of -> inQueue[of]--);
          done.clear();
          fill(now);
        }
        looks++;
        look += LOOK;
      }
    }
    double rest = under.stream().mapToDouble(end -> end[0] - ended[study]).sum();
    return (busy - rest) / (workers * ended[study]);
  }

  private boolean isBeginning(double now) {
    return Arrays.stream(begins).anyMatch(begin -> begin > now - LOOK && begin <= now);
  }

  private void fill(double now) {
    List<Claim> claims = new ArrayList<>();
    for (int i = 0; i < waiting.length; i++) {
      claims.add(new Claim(inQueue[i], begins[i] <= now ? waiting[i] : 0, served[i]));
    }
    List<Integer> places = Shares.of(window, claims);
    for (int i = 0; i < waiting.length; i++) {
      for (int n = 0; n < places.get(i); n++) {
        queue.add(i);
        served[i] = (long) (now * 1000);
      }
      inQueue[i] += places.get(i);
      waiting[i] -= places.get(i);
    }
  }
}
