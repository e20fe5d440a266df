import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tasks in the logs of one run's extractors and encoders. */
record Logs(List<Done> tasks) {
  private static final Pattern LINE =
      Pattern.compile(
          "(\\S+ \\S+) .*(?:finished queue=(\\S+)-tasks task=\\S+|formed (gram)=\\S+) millis=(\\d+)");

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS");

  /** A task of one process; times in seconds of some clock. */
  record Done(String process, String stage, double begin, double end) {
    double seconds() {
      return end - begin;
    }
  }

  static Logs in(Path folder) throws IOException {
    List<Done> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".log")).toList()) {
        read(file, all);
      }
    }
    return new Logs(all);
  }

  private static void read(Path file, List<Done> all) throws IOException {
    for (String line : Files.readAllLines(file)) {
      Matcher found = LINE.matcher(line);
      if (found.find()) {
        double end =
            ChronoUnit.MILLIS.between(
                    LocalDateTime.of(2000, 1, 1, 0, 0), LocalDateTime.parse(found.group(1), TIME))
                / 1e3;
        String stage = found.group(2) == null ? found.group(3) : found.group(2);
        double seconds = Long.parseLong(found.group(4)) / 1e3;
        all.add(new Done(file.getFileName().toString(), stage, end - seconds, end));
      }
    }
  }

  Cost cost(String stage) {
    return Cost.of(
        tasks.stream().filter(t -> t.stage().equals(stage)).map(Done::seconds).toList());
  }

  long count(String stage) {
    return tasks.stream().filter(t -> t.stage().equals(stage)).count();
  }

  /** From the first task's begin to the last one's end. */
  double makespan() {
    return tasks.stream().mapToDouble(Done::end).max().orElse(0)
        - tasks.stream().mapToDouble(Done::begin).min().orElse(0);
  }

  /** Between two tasks of a process that has more to do: the middle one of all. */
  double pause() {
    Map<String, List<Done>> byProcess =
        tasks.stream()
            .sorted(Comparator.comparing(Done::begin))
            .collect(Collectors.groupingBy(Done::process));
    List<Double> pauses = new ArrayList<>();
    for (List<Done> each : byProcess.values()) {
      for (int i = 1; i < each.size(); i++) {
        pauses.add(Math.max(0, each.get(i).begin() - each.get(i - 1).end()));
      }
    }
    pauses.sort(Comparator.naturalOrder());
    return pauses.isEmpty() ? 0 : pauses.get(pauses.size() / 2);
  }

  void write(Path csv) throws IOException {
    List<String> lines = new ArrayList<>(List.of("process,stage,begin,end"));
    tasks.forEach(
        t ->
            lines.add(
                String.format("%s,%s,%.3f,%.3f", t.process(), t.stage(), t.begin(), t.end())));
    Files.write(csv, lines);
  }
}
