package io.chiasm.report.writing.outcome;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.Roi;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a warning is about; what does not apply is empty.
 *
 * @param file of the data set
 * @param participant as in tables, like all that follow
 */
public record WarningPlace(
    String file,
    String participant,
    String hemisphere,
    String network,
    String layer,
    String tensor,
    String split,
    String regression,
    String roi,
    String model) {
  /** The whole study. */
  public static final WarningPlace STUDY = new WarningPlace("", "", "", "", "", "", "", "", "", "");

  public static WarningPlace of(String file) {
    return new WarningPlace(file, "", "", "", "", "", "", "", "", "");
  }

  /** A network as a whole. */
  public static WarningPlace ofNetwork(String network) {
    return new WarningPlace("", "", "", network, "", "", "", "", "", "");
  }

  /** A model of an encoding; all of them if {@code model} is empty. */
  public static WarningPlace of(EncodingCell cell, String model) {
    Condition c = cell.condition();
    String hemisphere = cell.hemisphere().label();
    return of(c, cell.participant().value(), hemisphere, "", model);
  }

  public static WarningPlace of(Condition condition, Roi roi) {
    return of(condition, "", "", roi.name(), "");
  }

  public static WarningPlace of(ParticipantId participant, Hemisphere hemisphere, String roi) {
    return new WarningPlace(
        "", participant.value(), hemisphere.label(), "", "", "", "", "", roi, "");
  }

  private static WarningPlace of(
      Condition c, String participant, String hemisphere, String roi, String model) {
    return new WarningPlace(
        "",
        participant,
        hemisphere,
        c.network(),
        c.layer(),
        c.tensor(),
        c.split(),
        c.regression(),
        roi,
        model);
  }

  /** For a sentence: {@code subj01, lh, trained, early, features, full model}. */
  @Override
  public String toString() {
    String fitted = model.isEmpty() ? "" : model + " model";
    return Stream.of(file, participant, hemisphere, network, layer, split, roi, fitted)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
