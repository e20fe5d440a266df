package io.chiasm.contracts.study;

import java.util.List;

/**
 * The data set of a study.
 *
 * @param algonauts folder of {@code subj01} … as an absolute path, or {@code s3://bucket/prefix}
 * @param participants names in the order wanted; empty for all that the folder has
 * @param stimuli which stimuli each participant contributes
 * @param noiseCeiling path of noise ceilings; empty for none
 */
public record DatasetSpec(
    String algonauts, List<String> participants, StimulusSelection stimuli, String noiseCeiling) {
  public DatasetSpec {
    participants = List.copyOf(participants);
  }

  /** Which stimuli enter the study. */
  public enum StimulusSelection implements Labelled {
    /** Those that every participant of the study saw: the computed intersection. */
    SHARED,
    /** All that a participant saw. */
    ALL
  }
}
