package io.chiasm.local.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the processes that live through a soak take of the machine, as Linux counts it. */
final class Usage {
  /** Of the last quarter over the second one; caches fill and heaps breathe. */
  private static final double MOST_GROWTH = 1.25;

  /** Nobody minds a few more. */
  private static final int A_FEW = 8;

  private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");
  private static final Pattern THREADS = Pattern.compile("Threads:\\s+(\\d+)");

  private final Trial trial;
  private final Path table;
  private final long begin = System.nanoTime();
  private final Map<String, List<Sample>> samples = new LinkedHashMap<>();

  /** One look at one process. */
  private record Sample(long residentKilobytes, long threads, long files) {}

  /**
   * @param table file that gets every figure
   */
  Usage(Trial trial, Path table) throws IOException {
    this.trial = trial;
    this.table = table;
    Files.writeString(table, "second,process,resident_kb,threads,files\n");
  }

  void note() throws IOException {
    Map<String, ProcessHandle> processes = new LinkedHashMap<>();
    processes.put("broker", trial.broker().process());
    processes.put("store", trial.store().process());
    for (String name : List.of(Trial.AGGREGATOR, "extractor-1", "encoder-1")) {
      processes.put(name, trial.service(name).process());
    }
    for (Map.Entry<String, ProcessHandle> each : processes.entrySet()) {
      Sample sample = sample(each.getValue().pid());
      samples.computeIfAbsent(each.getKey(), k -> new ArrayList<>()).add(sample);
      Files.writeString(
          table,
          String.format(
              Locale.ROOT,
              "%d,%s,%d,%d,%d%n",
              (System.nanoTime() - begin) / 1_000_000_000L,
              each.getKey(),
              sample.residentKilobytes(),
              sample.threads(),
              sample.files()),
          StandardOpenOption.APPEND);
    }
  }

  private static Sample sample(long pid) throws IOException {
    Path process = Path.of("/proc", String.valueOf(pid));
    String status = Files.readString(process.resolve("status"));
    try (Stream<Path> files = Files.list(process.resolve("fd"))) {
      return new Sample(number(RESIDENT, status), number(THREADS, status), files.count());
    }
  }

  private static long number(Pattern pattern, String status) {
    Matcher matcher = pattern.matcher(status);
    return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
  }

  /** What grew from the second quarter of the time to the last. */
  List<String> grown() {
    List<String> grown = new ArrayList<>();
    samples.forEach(
        (process, all) -> {
          compare(process + ": resident kB", all, Sample::residentKilobytes, grown);
          compare(process + ": threads", all, Sample::threads, grown);
          compare(process + ": open files", all, Sample::files, grown);
        });
    return grown;
  }

  private static void compare(
      String what, List<Sample> all, ToLongFunction<Sample> figure, List<String> grown) {
    int quarter = all.size() / 4;
    long before = median(all.subList(quarter, 2 * quarter), figure);
    long after = median(all.subList(3 * quarter, all.size()), figure);
    System.out.printf(Locale.ROOT, "%-28s %10d %10d%n", what, before, after);
    if (after > before * MOST_GROWTH + A_FEW) {
      grown.add(what + " " + before + " to " + after);
    }
  }

  private static long median(List<Sample> some, ToLongFunction<Sample> figure) {
    long[] sorted = some.stream().mapToLong(figure).sorted().toArray();
    return sorted.length == 0
        ? 0
        : Arrays.stream(sorted).skip(sorted.length / 2).findFirst().orElse(0);
  }
}
