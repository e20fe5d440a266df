package io.chiasm.report.writing.summary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A study's main numbers for a program: what {@code summary.json} says. It holds no time, so the
 * same results give the same bytes. NaN is written as null.
 *
 * @param format of the file; a change that a reader must know of counts its number up
 * @param study its name
 * @param complete whether no task failed
 * @param simulated whether the responses are made and say nothing about a brain
 * @param stimuli number of distinct stimuli
 * @param participants in the study's order
 * @param networks in the study's order
 * @param results in the study's order: conditions, and the ROIs of each
 * @param warnings one sentence for each kind
 * @param versions by name: Chiasm, Java, operating system, libraries
 */
public record StudySummary(
    String format,
    String study,
    boolean complete,
    int failedTasks,
    boolean simulated,
    int stimuli,
    List<String> participants,
    List<NetworkSummary> networks,
    List<Result> results,
    List<String> warnings,
    Map<String, String> versions) {
  /** Of the present file. */
  public static final String FORMAT = "chiasm-summary/1";

  /**
   * A network.
   *
   * @param weights in words: a published name, a file, or a seed
   * @param imagenetAcc1 top-1 accuracy in percent; NaN where it is not known
   */
  public record NetworkSummary(String name, String weights, double imagenetAcc1) {}

  /**
   * One ROI under one condition.
   *
   * @param layer the study's label of the layer
   * @param tensor its name in the network
   * @param score mean Pearson r over participants × hemispheres, by model: {@code full}, {@code
   *     contra}, {@code ipsi}, {@code banded} where it was fitted
   * @param lateralisation null if no participant has both scores
   */
  public record Result(
      String network,
      String layer,
      String tensor,
      String split,
      String regression,
      String roiClass,
      String roi,
      Map<String, Double> score,
      @Nullable Lateralisation lateralisation) {}

  /**
   * Score of the contralateral less that of the ipsilateral half, over participants, as in {@code
   * tables/statistics.csv}.
   *
   * @param n participants
   * @param dz effect size d_z
   * @param p two-sided; {@code pMax} corrected over ROIs, {@code pBh} for false discoveries
   */
  public record Lateralisation(
      int n,
      double mean,
      double sd,
      double ciLow,
      double ciHigh,
      double dz,
      double p,
      double pMax,
      double pBh) {}
}
