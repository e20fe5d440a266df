package io.chiasm.local.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the processes that live through a soak take of the machine. Resident memory, threads and
 * open files as Linux counts them; heap as what is alive after a full collection, since a heap that
 * nobody collects fills to its limit whatever the program does; disk as what is allocated to the
 * folders of broker, store and services.
 */
final class Usage {
  /** Of the last quarter over the second one; caches fill and heaps breathe. */
  private static final double MOST_GROWTH = 1.25;

  /** Nobody minds a few more threads or files. */
  private static final int A_FEW = 8;

  /** Nobody minds a few more of these either: a table of counters, a log's next segment. */
  private static final int A_FEW_KILOBYTES = 8 << 10;

  /** A full collection stops a process for a moment. */
  private static final Duration BETWEEN_COLLECTIONS = Duration.ofMinutes(5);

  private static final String LIVE_HEAP = "live heap kB";

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");
  private static final Pattern HISTOGRAM_SUM = Pattern.compile("Total\\s+\\d+\\s+(\\d+)");
  private static final Pattern DISK_SUM = Pattern.compile("^(\\d+)");

  private final Trial trial;
  private final Path table;
  private final long begin = System.nanoTime();
  private final Map<Figure, List<Long>> samples = new LinkedHashMap<>();
  private long collected = Long.MIN_VALUE;

  /** A figure that must not grow. */
  private record Figure(String process, String name, int few) {
    /**
     * What a while came to: of the heap the least, which no report was written beside; of all else
     * the median.
     */
    long of(List<Long> some) {
      List<Long> sorted = some.stream().sorted().toList();
      return sorted.isEmpty() ? 0 : sorted.get(name.equals(LIVE_HEAP) ? 0 : sorted.size() / 2);
    }

    @Override
    public String toString() {
      return process + ": " + name;
    }
  }

  /**
   * @param table file that gets every figure
   */
  Usage(Trial trial, Path table) throws IOException {
    this.trial = trial;
    this.table = table;
    Files.writeString(table, "second,process,figure,value\n");
  }

  void note() throws Exception {
    Map<String, ProcessHandle> processes = processes();
    for (Map.Entry<String, ProcessHandle> each : processes.entrySet()) {
      note(each.getKey(), each.getValue().pid());
    }
    if (collected == Long.MIN_VALUE
        || System.nanoTime() - collected > BETWEEN_COLLECTIONS.toNanos()) {
      for (Map.Entry<String, ProcessHandle> each : processes.entrySet()) {
        note(each.getKey(), LIVE_HEAP, A_FEW_KILOBYTES, liveHeap(each.getValue().pid()));
      }
      for (String place : List.of("broker", "store", "scratch")) {
        note(place, "disk kB", A_FEW_KILOBYTES, disk(trial.folder().resolve(place)));
      }
      collected = System.nanoTime();
    }
  }

  private Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    processes.put("broker", trial.broker().process());
    processes.put("store", trial.store().process());
    for (String name : List.of(Trial.AGGREGATOR, "extractor-1", "encoder-1")) {
      processes.put(name, trial.service(name).process());
    }
    return processes;
  }

  private void note(String name, long pid) throws IOException {
    Path process = Path.of("/proc", String.valueOf(pid));
    String status = Files.readString(process.resolve("status"));
    note(name, "resident kB", A_FEW_KILOBYTES, number(RESIDENT, status));
    note(name, "threads", A_FEW, number(THREADS, status));
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      note(name, "open files", A_FEW, files.count());
    }
  }

  private void note(String process, String name, int few, long value) throws IOException {
    samples.computeIfAbsent(new Figure(process, name, few), figure -> new ArrayList<>()).add(value);
    long second = (System.nanoTime() - begin) / 1_000_000_000L;
    String line = String.format(Locale.ROOT, "%d,%s,%s,%d%n", second, process, name, value);
    Files.writeString(table, line, StandardOpenOption.APPEND);
  }

  /** A histogram of classes counts what a full collection leaves. */
  private static long liveHeap(long pid) throws Exception {
    Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
    String histogram = said(jcmd.toString(), String.valueOf(pid), "GC.class_histogram");
    return number(HISTOGRAM_SUM, histogram) >> 10;
  }

  private static long disk(Path folder) throws Exception {
    return number(DISK_SUM, said("du", "-sk", folder.toString()));
  }

  private static String said(String... command) throws Exception {
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return said;
  }

  private static long number(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("no " + pattern + " in: " + text);
    }
    return Long.parseLong(matcher.group(1));
  }

  /** What grew from the second quarter of the time to the last. */
  List<String> grown() {
    List<String> grown = new ArrayList<>();
    samples.forEach(
        (figure, all) -> {
          int quarter = all.size() / 4;
          long before = figure.of(all.subList(quarter, 2 * quarter));
          long after = figure.of(all.subList(3 * quarter, all.size()));
          System.out.printf(Locale.ROOT, "%-28s %10d %10d%n", figure, before, after);
          if (after > before * MOST_GROWTH + figure.few()) {
            grown.add(figure + " " + before + " to " + after);
          }
        });
    return grown;
  }
}
