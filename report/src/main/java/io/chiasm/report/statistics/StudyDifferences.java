package io.chiasm.report.statistics;

import io.chiasm.report.results.Condition;
import io.chiasm.report.results.PairedScores;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.List;

/**
 * Tests of what one study has more than another. The unit is the participant: the differences of
 * its hemispheres are averaged first, of those hemispheres alone that both studies have.
 */
public final class StudyDifferences {
  /** What is tested, in order. */
  public static final List<Quantity> QUANTITIES =
      List.of(
          Quantity.LATERALISATION,
          Quantity.SCORE_FULL,
          Quantity.SCORE_CONTRA,
          Quantity.SCORE_IPSI,
          Quantity.SCORE_BANDED);

  private StudyDifferences() {}

  /** By quantity, pair of conditions, then ROI. */
  public static List<ContrastResult> of(PairedScores scores) {
    StudyScores differences = scores.differences();
    PanelContrasts panels = new PanelContrasts(StudyStatistics.SEED);
    List<ContrastResult> tests = new ArrayList<>();
    for (Quantity quantity : QUANTITIES) {
      ParticipantValues values = new ParticipantValues(differences, quantity);
      for (Condition c : differences.conditions()) {
        Panel.Subject subject =
            new Panel.Subject(Contrast.STUDIES, quantity, c.network(), c.layer(), c.split());
        tests.addAll(panels.of(new Panel(subject, values.means(c))));
      }
    }
    return StudyStatistics.controlled(tests);
  }
}
