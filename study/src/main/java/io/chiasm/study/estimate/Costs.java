package io.chiasm.study.estimate;

import io.chiasm.study.estimate.MachineCosts.Lesson;
import io.chiasm.study.estimate.StudySize.Work;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Seconds of one worker per amount of work.
 *
 * @param basis where they are from, in words
 * @param factors by which stages take longer than built in, or less long if below 1
 */
public record Costs(String basis, Map<String, Double> factors) {
  /** From the measurements of README and bench/, where the machine had nothing else to do. */
  public static final Costs BUILT_IN =
      new Costs(
          "built-in costs, measured on two idle cores of a server; another machine, or a busy one, takes"
              + " several times more or less",
          Map.of());

  /** The import, whatever its size. */
  private static final double IMPORT = 2.5;

  /** To import a photograph. */
  private static final double PHOTOGRAPH = 0.005;

  /** One extraction task, whatever its size: to load the network, and to run it the first time. */
  private static final double PASS = 0.4;

  /** To decode, prepare and pass an image, besides its multiplications. */
  private static final double IMAGE = 0.008;

  /** Of a forward pass. */
  private static final double MULTIPLY_ADD = 2e-11;

  /** Written by the extractor and read by the encoder. */
  private static final double ACTIVATION_BYTE = 4e-9;

  /** One stimulus × stimulus × feature. */
  private static final double GRAM_PRODUCT = 4e-11;

  /** One encoding task, whatever its size. */
  private static final double MODEL = 0.3;

  /** One fold of one feature space, whatever its size. */
  private static final double FIT = 0.01;

  /** One training stimulus³ of one penalty, feature space and fold. */
  private static final double DECOMPOSITION = 2e-11;

  /** One training stimulus² × vertex of one penalty, feature space and fold. */
  private static final double SCREENING = 1e-11;

  /** The report, whatever its size. */
  private static final double REPORT = 4;

  /** One vertex of one encoding task in the report. */
  private static final double SCORED = 2e-4;

  /** The arrays of one encoding task in the report, whatever their size. */
  private static final double COPIED = 0.25;

  /** One map of the cortex, drawn. */
  private static final double MAP = 0.75;

  public Costs {
    factors = Collections.unmodifiableMap(new TreeMap<>(factors));
  }

  /**
   * Put right by what studies took on machines, whose kinds count by the work that they did; the
   * built-in ones if nothing is known.
   */
  public static Costs learnedFrom(List<MachineCosts> machines) {
    Map<String, List<Lesson>> lessons = new TreeMap<>();
    for (MachineCosts machine : machines) {
      machine
          .stages()
          .forEach(
              (stage, more) -> lessons.computeIfAbsent(stage, s -> new ArrayList<>()).addAll(more));
    }
    Map<String, Double> factors = new TreeMap<>();
    lessons.forEach((stage, all) -> factors.put(stage, factor(all)));
    return factors.isEmpty() ? BUILT_IN : new Costs(basis(machines, lessons), factors);
  }

  private static double factor(List<Lesson> lessons) {
    double estimated = lessons.stream().mapToDouble(Lesson::estimated).sum();
    return estimated > 0 ? lessons.stream().mapToDouble(Lesson::took).sum() / estimated : 1;
  }

  private static String basis(List<MachineCosts> machines, Map<String, List<Lesson>> lessons) {
    long studies =
        lessons.values().stream().flatMap(List::stream).map(Lesson::study).distinct().count();
    return (studies == 1 ? "what 1 study took" : "what " + studies + " studies took")
        + machines.stream()
            .filter(machine -> !machine.stages().isEmpty())
            .map(MachineCosts::machine)
            .sorted()
            .collect(Collectors.joining("; ", " on ", ""));
  }

  /**
   * Seconds by stage, in the order of the work.
   *
   * @param workers of each kind, each on a machine of the kind that was measured
   */
  public Map<String, Double> seconds(Work work, int workers) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("import", IMPORT + PHOTOGRAPH * work.photographs());
    seconds.put(
        "extraction",
        (PASS * work.passes()
                + IMAGE * work.images()
                + MULTIPLY_ADD * work.multiplyAdds()
                + ACTIVATION_BYTE * work.activationBytes())
            / workers);
    seconds.put(
        "encoding",
        (ACTIVATION_BYTE * work.activationBytes()
                + GRAM_PRODUCT * work.gramProducts()
                + MODEL * work.models()
                + FIT * work.fits()
                + DECOMPOSITION * work.decompositions()
                + SCREENING * work.screenings())
            / workers);
    seconds.put(
        "report", REPORT + COPIED * work.models() + SCORED * work.scored() + MAP * work.maps());
    seconds.replaceAll((stage, time) -> time * factors.getOrDefault(stage, 1.0));
    return seconds;
  }
}
