import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measured runs beside the same study simulated, and larger clusters that are simulated only.
 *
 * <p>{@code check}; {@code measured PROCESSORS NETWORKS LAYERS RUN…} with folders named by workers of
 * each kind; {@code large WHAT NETWORKS PHOTOGRAPHS GRAMS TASKS EXTRACTION GRAM ENCODING} with the
 * number of a network's Gram matrices, that of the tasks of each, and seconds of one task of each kind.
 */
final class Main {
  private static final long SEED = 1;
  private static final double HOUR = 3600;

  private static final int BLOCK = 32;
  private static final double SPREAD = 0.2;
  private static final double START = 30;
  private static final int MANY = 1_000_000;

  private Main() {}

  public static void main(String[] args) throws IOException {
    Locale.setDefault(Locale.ROOT);
    List<String> given = List.of(args).subList(1, args.length);
    switch (args[0]) {
      case "check" -> Check.run();
      case "measured" -> measured(given);
      case "large" -> large(given);
      default -> throw new IllegalArgumentException(args[0]);
    }
  }

  private static void measured(List<String> given) throws IOException {
    double processors = Double.parseDouble(given.get(0));
    int networks = Integer.parseInt(given.get(1));
    int layers = Integer.parseInt(given.get(2));
    Study first = null;
    double pause = 0;
    System.out.println(
        "workers of each kind, s measured, s predicted of the first run's costs and shared processors,"
            + " s predicted of the run's own costs");
    for (String run : given.subList(3, given.size())) {
      Path folder = Path.of(run);
      Logs logs = Logs.in(folder);
      logs.write(folder.resolve("tasks.csv"));
      Study own = study(logs, networks, layers);
      if (first == null) {
        first = own;
        pause = logs.pause();
      }
      int workers = Integer.parseInt(folder.getFileName().toString());
      System.out.printf(
          "%d, %.1f, %.1f, %.1f%n",
          workers,
          logs.makespan(),
          fixed(first, workers, workers, processors, 0, pause).makespan(),
          fixed(own, workers, workers, MANY, 0, logs.pause()).makespan());
      System.out.println("    " + told(logs));
    }
  }

  private static Study study(Logs logs, int networks, int layers) {
    return new Study(
        networks,
        Math.toIntExact(logs.count("extraction")) / networks,
        layers,
        Math.toIntExact(logs.count("encoding")) / networks / layers,
        logs.cost("extraction"),
        logs.cost("gram"),
        logs.cost("encoding"));
  }

  private static String told(Logs logs) {
    StringBuilder text = new StringBuilder();
    for (String stage : List.of("extraction", "gram", "encoding")) {
      Cost cost = logs.cost(stage);
      text.append(
          String.format(
              "%d × %s %.2f ± %.2f s; ",
              logs.count(stage), stage, cost.mean(), cost.spread()));
    }
    return text.append(String.format("%.2f s between", logs.pause())).toString();
  }

  private static Simulation.Outcome fixed(
      Study study, int extractors, int encoders, double processors, double start, double pause) {
    return new Simulation(
            study,
            new Scaling.Fixed(extractors),
            new Scaling.Fixed(encoders),
            processors,
            start,
            pause,
            SEED)
        .run();
  }

  private static void large(List<String> given) {
    int photographs = Integer.parseInt(given.get(2));
    Study study =
        new Study(
            Integer.parseInt(given.get(1)),
            (photographs + BLOCK - 1) / BLOCK,
            Integer.parseInt(given.get(3)),
            Integer.parseInt(given.get(4)),
            spread(given.get(5)),
            spread(given.get(6)),
            spread(given.get(7)));
    System.out.printf(
        "%n%s: %s networks, %s photographs, %.1f hours of work%n",
        given.get(0), given.get(1), given.get(2), study.seconds() / HOUR);
    System.out.println("extractors, encoders, hours, worker-hours, of them idle");
    for (int[] workers : new int[][] {{1, 1}, {2, 2}, {4, 4}, {10, 8}, {20, 16}, {40, 32}}) {
      row(
          workers[0] + ", " + workers[1],
          study,
          fixed(study, workers[0], workers[1], MANY, START, 0.05));
    }
    keda(study, 50, 10, 10, 300);
    keda(study, 50, 10, 40, 300);
    keda(study, 10, 10, 10, 300);
    keda(study, 200, 10, 10, 300);
    keda(study, 50, 2, 10, 300);
    keda(study, 50, 40, 10, 300);
    keda(study, 50, 10, 10, 60);
    keda(study, 50, 10, 10, 1200);
  }

  private static Cost spread(String seconds) {
    double mean = Double.parseDouble(seconds);
    return new Cost(mean, mean * SPREAD);
  }

  private static void keda(
      Study study, int perExtractor, int perEncoder, int most, double coolDown) {
    Simulation.Outcome outcome =
        new Simulation(
                study,
                new Scaling.Keda(0, most, perExtractor, coolDown),
                new Scaling.Keda(1, most * 8 / 10, perEncoder, coolDown),
                MANY,
                START,
                0.05,
                SEED)
            .run();
    String what =
        String.format(
            "KEDA 0–%d by %d, 1–%d by %d, cool-down %.0f s (used %d, %d)",
            most,
            perExtractor,
            most * 8 / 10,
            perEncoder,
            coolDown,
            outcome.extractors(),
            outcome.encoders());
    row(what, study, outcome);
  }

  private static void row(String what, Study study, Simulation.Outcome outcome) {
    System.out.printf(
        "%s, %.2f, %.1f, %.0f %%%n",
        what,
        outcome.makespan() / HOUR,
        outcome.workerSeconds() / HOUR,
        100 * (1 - study.seconds() / outcome.workerSeconds()));
  }
}
