package io.chiasm.dataset.algonauts;

import io.chiasm.dataset.algonauts.Finding.Severity;
import java.util.List;

/**
 * What a check of a data set found, for people and programs.
 *
 * @param folder the data set's folder
 * @param participants one row each, in order
 * @param sharedStimuli number of stimuli that all of them saw
 * @param errors why no study can run on it; empty for a good data set
 * @param warnings what a user should know
 * @param notes what is usual, such as ROIs that a participant does not have
 */
public record DatasetReport(
    String folder,
    List<ParticipantSummary> participants,
    int sharedStimuli,
    List<Finding> errors,
    List<Finding> warnings,
    List<Finding> notes) {
  public DatasetReport {
    participants = List.copyOf(participants);
    errors = List.copyOf(errors);
    warnings = List.copyOf(warnings);
    notes = List.copyOf(notes);
  }

  static DatasetReport of(String folder, List<Participant> participants, List<Finding> findings) {
    return new DatasetReport(
        folder,
        participants.stream().map(ParticipantSummary::of).toList(),
        new SharedImages(participants).seenByAll().size(),
        only(Severity.ERROR, findings),
        only(Severity.WARNING, findings),
        only(Severity.NOTE, findings));
  }

  /** Whether a study can run on the data set. */
  public boolean usable() {
    return errors.isEmpty();
  }

  private static List<Finding> only(Severity severity, List<Finding> findings) {
    return findings.stream().filter(f -> f.severity() == severity).toList();
  }
}
