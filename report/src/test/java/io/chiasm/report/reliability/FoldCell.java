package io.chiasm.report.reliability;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import java.util.List;

/** A cell of scores by fold, {@code [fold][vertex]}, and nothing else. */
final class FoldCell implements EncodingCell {
  private final String participant;
  private final Hemisphere hemisphere;
  private final Condition condition;
  private final float[][] contra;
  private final float[][] ipsi;

  FoldCell(
      String participant,
      Hemisphere hemisphere,
      Condition condition,
      float[][] contra,
      float[][] ipsi) {
    this.participant = participant;
    this.hemisphere = hemisphere;
    this.condition = condition;
    this.contra = contra;
    this.ipsi = ipsi;
  }

  @Override
  public ParticipantId participant() {
    return new ParticipantId(participant);
  }

  @Override
  public Hemisphere hemisphere() {
    return hemisphere;
  }

  @Override
  public Condition condition() {
    return condition;
  }

  @Override
  public List<String> names() {
    return List.of("score_contra", "score_ipsi");
  }

  /** Means over folds. */
  @Override
  public float[] values(String name) {
    float[][] folds = foldwise(name.replace("score_", "score_folds_"));
    float[] means = new float[folds[0].length];
    for (float[] fold : folds) {
      for (int vertex = 0; vertex < means.length; vertex++) {
        means[vertex] += fold[vertex] / folds.length;
      }
    }
    return means;
  }

  @Override
  public float[][] foldwise(String name) {
    return switch (name) {
      case "score_folds_contra" -> contra;
      case "score_folds_ipsi" -> ipsi;
      default -> new float[0][];
    };
  }
}
