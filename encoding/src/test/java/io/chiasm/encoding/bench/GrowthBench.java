package io.chiasm.encoding.bench;

import io.chiasm.encoding.work.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * What one size of an encoder's work takes, after some of a small size. Arguments: stimuli,
 * vertices, layers, blends, participants, threads, memory in MiB, {@code together} or {@code
 * apart}. Prints one line of JSON. Not run by the build; bench/growth/run.sh runs it for many
 * sizes.
 */
final class GrowthBench {
  private static final double SECOND = 1e9;

  /** Small sizes are run again until so much time has passed. */
  private static final double ENOUGH = 2;

  private GrowthBench() {}

  public static void main(String[] args) throws IOException {
    int[] given = Arrays.stream(args).limit(7).mapToInt(Integer::parseInt).toArray();
    Resources resources =
        new Resources(
            given[5], (long) given[6] << 20, Path.of(System.getProperty("java.io.tmpdir")));
    boolean together = args[7].equals("together");
    repeat(new GrowthWork(GrowthSize.WARM, resources, together));
    GrowthSize size = new GrowthSize(given[0], given[1], given[2], given[3], given[4]);
    GrowthWork work = new GrowthWork(size, resources, together);
    double processor = ProcessorTime.seconds();
    long start = System.nanoTime();
    int times = repeat(work);
    double seconds = (System.nanoTime() - start) / SECOND;
    System.out.printf(
        Locale.ROOT,
        "{\"seconds\": %.3f, \"cpu_seconds\": %.3f, \"peak_gib\": %.3f, \"times\": %d}%n",
        seconds / times,
        (ProcessorTime.seconds() - processor) / times,
        PeakMemory.gib(),
        times);
  }

  /** How often it was run. */
  private static int repeat(GrowthWork work) {
    long start = System.nanoTime();
    int times = 0;
    while (times == 0 || (System.nanoTime() - start) / SECOND < ENOUGH) {
      work.run();
      times++;
    }
    return times;
  }
}
