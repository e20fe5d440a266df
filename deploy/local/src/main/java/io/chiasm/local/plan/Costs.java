package io.chiasm.local.plan;

import io.chiasm.aggregator.estimate.StudySize.Work;
import java.util.LinkedHashMap;
import java.util.Map;

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
    double scored) {
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
          2e-4);

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
    return seconds;
  }
}
