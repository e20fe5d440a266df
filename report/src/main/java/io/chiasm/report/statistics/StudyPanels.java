package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The contrasts of a study that have participants as units, panel by panel. */
final class StudyPanels {
  private final Quantity quantity;
  private final Study study;
  private final List<Condition> conditions;
  private final ParticipantValues values;
  private final List<Panel> panels = new ArrayList<>();

  private StudyPanels(Study study, StudyScores scores, Quantity quantity) {
    this.quantity = quantity;
    this.study = study;
    this.conditions = scores.conditions();
    this.values = new ParticipantValues(scores, quantity);
  }

  static List<Panel> lateralisation(Study study, StudyScores scores, Quantity quantity) {
    StudyPanels all = new StudyPanels(study, scores, quantity);
    all.conditions.forEach(c -> all.add(Contrast.CONTRA_IPSI, c, c.layer(), all.values.means(c)));
    all.layers();
    all.addTrained();
    all.conditions.forEach(
        c -> all.add(Contrast.HEMISPHERES, c, c.layer(), all.values.hemispheres(c)));
    return all.panels;
  }

  static List<Panel> trained(Study study, StudyScores scores, Quantity quantity) {
    StudyPanels all = new StudyPanels(study, scores, quantity);
    all.addTrained();
    return all.panels;
  }

  /** Every earlier layer less every later one of the same network and split. */
  private void layers() {
    for (int i = 0; i < conditions.size(); i++) {
      Condition early = conditions.get(i);
      for (Condition late : conditions.subList(i + 1, conditions.size())) {
        if (late.network().equals(early.network()) && late.split().equals(early.split())) {
          add(
              Contrast.LAYERS,
              early,
              early.layer() + " − " + late.layer(),
              ParticipantValues.differences(values.means(early), values.means(late)));
        }
      }
    }
  }

  private void addTrained() {
    for (TrainedPair pair : TrainedPair.of(study, conditions)) {
      Condition trained = pair.trained();
      Panel.Subject subject =
          new Panel.Subject(
              Contrast.TRAINED_UNTRAINED, quantity, pair.label(), trained.layer(), trained.split());
      panels.add(
          new Panel(
              subject,
              ParticipantValues.differences(
                  values.means(trained), values.meansOver(pair.untrained()))));
    }
  }

  private void add(
      Contrast contrast,
      Condition c,
      String layer,
      Map<Roi, Map<ParticipantId, Double>> differences) {
    panels.add(
        new Panel(
            new Panel.Subject(contrast, quantity, c.network(), layer, c.split()), differences));
  }
}
