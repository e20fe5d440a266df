package io.chiasm.report.statistics;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.statistics.ContrastResult.Corrected;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every test of a study. The unit is the participant: an ROI's mean is averaged over hemispheres
 * first, so two hemispheres of one person are never counted as two people.
 */
public final class StudyStatistics {
  /** Of resamples and drawn permutations; the same study has the same numbers. */
  public static final long SEED = 0;

  /** Resamples behind every interval. */
  public static final int DRAWS = PanelContrasts.DRAWS;

  private static final List<Quantity> LATERALISATIONS =
      List.of(Quantity.LATERALISATION, Quantity.UNIQUE_LATERALISATION);

  private StudyStatistics() {}

  /** By contrast, quantity, network, layer, split, then ROI. */
  public static List<ContrastResult> of(Study study, StudyScores scores) {
    List<Panel> panels = new ArrayList<>();
    LATERALISATIONS.forEach(q -> panels.addAll(StudyPanels.lateralisation(study, scores, q)));
    panels.addAll(StudyPanels.trained(study, scores, Quantity.SCORE_FULL));
    PanelContrasts panelTests = new PanelContrasts(SEED);
    List<ContrastResult> tests = new ArrayList<>();
    panels.forEach(panel -> tests.addAll(panelTests.of(panel)));
    AccuracyCorrelations accuracy = new AccuracyCorrelations(study, scores, SEED);
    LATERALISATIONS.forEach(quantity -> tests.addAll(accuracy.of(quantity)));
    return controlled(tests);
  }

  /** Tests of the same contrast, quantity, network and split share their false discovery rate. */
  static List<ContrastResult> controlled(List<ContrastResult> tests) {
    Map<List<Object>, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < tests.size(); i++) {
      ContrastResult test = tests.get(i);
      if (!Double.isNaN(test.p())) {
        List<Object> family =
            List.of(test.contrast(), test.quantity(), test.network(), test.split());
        families.computeIfAbsent(family, key -> new ArrayList<>()).add(i);
      }
    }
    List<ContrastResult> controlled = new ArrayList<>(tests);
    families.values().forEach(family -> control(controlled, family));
    return controlled;
  }

  private static void control(List<ContrastResult> tests, List<Integer> family) {
    double[] p =
        BenjaminiHochberg.adjusted(family.stream().mapToDouble(i -> tests.get(i).p()).toArray());
    for (int i = 0; i < p.length; i++) {
      int index = family.get(i);
      tests.set(index, tests.get(index).withBh(new Corrected(p[i], p.length)));
    }
  }
}
