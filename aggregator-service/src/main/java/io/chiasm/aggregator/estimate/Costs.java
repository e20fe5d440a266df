package io.chiasm.aggregator.estimate;

import io.chiasm.aggregator.estimate.MachineCosts.Lesson;
import io.chiasm.aggregator.estimate.StudySize.Work;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Seconds of one worker per amount of work, on one kind of machine.
 *
 * @param basis where they are from, in words
 * @param photograph to import one
 * @param image to decode, prepare and pass one, besides its multiplications
 * @param multiplyAdd of a forward pass
 * @param activationByte written by the extractor and read by the encoder
 * @param gramProduct one stimulus × stimulus × feature
 * @param model one encoding task, whatever its size
 * @param fit one fold of one feature space, whatever its size
 * @param decomposition one training stimulus³ of one penalty, feature space and fold
 * @param screening one training stimulus² × vertex of one penalty, feature space and fold
 * @param report the report, whatever its size
 * @param scored one vertex of one encoding task in the report
 * @param factors by which stages were seen to take longer, or less long if below 1
 */
public record Costs(
    String basis,
    double photograph,
    double image,
    double multiplyAdd,
    double activationByte,
    double gramProduct,
    double model,
    double fit,
    double decomposition,
    double screening,
    double report,
    double scored,
    Map<String, Double> factors) {
  /** From the measurements of README and bench/, where the machine had nothing else to do. */
  public static final Costs BUILT_IN =
      new Costs(
          "built-in costs, measured on two idle cores of a server; another machine, or a busy one, takes"
              + " several times more or less",
          0.005,
          0.008,
          2e-11,
          4e-9,
          4e-11,
          0.3,
          0.01,
          2e-11,
          1e-11,
          4,
          2e-4,
          Map.of());

  public Costs {
    factors = Collections.unmodifiableMap(new TreeMap<>(factors));
  }

  /**
   * These costs, put right by what studies took on machines; kinds count by the work that they did.
   */
  public Costs learnedFrom(List<MachineCosts> machines) {
    Map<String, List<Lesson>> lessons = new TreeMap<>();
    for (MachineCosts machine : machines) {
      machine.stages().forEach(lessons(lessons));
    }
    Map<String, Double> learned = new TreeMap<>();
    lessons.forEach((stage, all) -> learned.put(stage, factor(all)));
    return learned.isEmpty() ? this : with(learned, basis(machines, lessons));
  }

  private static java.util.function.BiConsumer<String, List<Lesson>> lessons(
      Map<String, List<Lesson>> into) {
    return (stage, more) ->
        into.merge(
            stage, more, (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
  }

  private static double factor(List<Lesson> lessons) {
    double estimated = lessons.stream().mapToDouble(Lesson::estimated).sum();
    return estimated > 0 ? lessons.stream().mapToDouble(Lesson::took).sum() / estimated : 1;
  }

  private String basis(List<MachineCosts> machines, Map<String, List<Lesson>> lessons) {
    long studies =
        lessons.values().stream().flatMap(List::stream).map(Lesson::study).distinct().count();
    return (studies == 1 ? "what 1 study took" : "what " + studies + " studies took")
        + machines.stream()
            .filter(machine -> !machine.stages().isEmpty())
            .map(MachineCosts::machine)
            .sorted()
            .collect(Collectors.joining("; ", " on ", ""));
  }

  private Costs with(Map<String, Double> learned, String from) {
    return new Costs(
        from,
        photograph,
        image,
        multiplyAdd,
        activationByte,
        gramProduct,
        model,
        fit,
        decomposition,
        screening,
        report,
        scored,
        learned);
  }

  /**
   * Seconds by stage, in the order of the work.
   *
   * @param workers of each kind, each on a machine of the kind that was measured
   */
  public Map<String, Double> seconds(Work work, int workers) {
    Map<String, Double> seconds = new LinkedHashMap<>();
    seconds.put("import", photograph * work.photographs());
    seconds.put(
        "extraction",
        (image * work.images()
                + multiplyAdd * work.multiplyAdds()
                + activationByte * work.activationBytes())
            / workers);
    seconds.put(
        "encoding",
        (activationByte * work.activationBytes()
                + gramProduct * work.gramProducts()
                + model * work.models()
                + fit * work.fits()
                + decomposition * work.decompositions()
                + screening * work.screenings())
            / workers);
    seconds.put("report", report + scored * work.scored());
    seconds.replaceAll((stage, time) -> time * factors.getOrDefault(stage, 1.0));
    return seconds;
  }
}
