package io.chiasm.report.comparison;

import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.report.results.StudyScores;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a comparison needs of one results folder.
 *
 * @param name the study's own
 * @param folder as it was named
 * @param keys of the study file with every default filled in, and their values
 * @param inputs what the numbers were computed from
 * @param remarks sentences of its report that hold for a comparison too
 * @param failed tasks that failed, so that something is missing
 * @param vertices its arrays over vertices
 * @param maps its maps on the cortex
 */
public record FinishedStudy(
    String name,
    String folder,
    Map<String, String> keys,
    Inputs inputs,
    List<String> remarks,
    int failed,
    StudyScores scores,
    VertexArrays vertices,
    StudyMaps maps) {
  public FinishedStudy {
    keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
    remarks = List.copyOf(remarks);
  }

  /**
   * Digests of what went into a study, in hex.
   *
   * @param chiasm version that computed it
   * @param stimuli number of distinct stimuli
   * @param stimuliSha256 over their ids and bytes
   * @param foldsSha256 of {@code tables/folds.csv}
   * @param responses by participant and hemisphere, such as {@code subj01 lh}
   * @param scoresSha256 of {@code tables/scores.csv}: which results these are
   */
  public record Inputs(
      String chiasm,
      int stimuli,
      String stimuliSha256,
      String foldsSha256,
      Map<ParticipantHemisphere, String> responses,
      String scoresSha256) {
    public Inputs {
      responses = Collections.unmodifiableMap(new LinkedHashMap<>(responses));
    }
  }
}
