package io.chiasm.local.singlecase;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.lateralisation.LateralisationFile;
import io.chiasm.local.lateralisation.MeasuredLateralisation;
import io.chiasm.report.results.Roi;
import io.chiasm.report.statistics.BenjaminiHochberg;
import io.chiasm.report.statistics.Sample;
import io.chiasm.report.statistics.SingleCase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A participant of a study as a single case.
 *
 * @param tests in the order of the study
 */
public record CaseStudy(String participant, List<CaseComparison> tests) {
  /** Fewer others have no standard deviation. */
  private static final int LEAST = 2;

  public CaseStudy {
    tests = List.copyOf(tests);
  }

  /** What is compared: everything but who. */
  private record Place(String network, String layer, String split, String hemisphere, Roi roi) {
    static Place of(MeasuredLateralisation row) {
      return new Place(row.network(), row.layer(), row.split(), row.hemisphere(), row.roi());
    }
  }

  /**
   * Tests every ROI that the case and at least two others have in the same hemisphere.
   *
   * @param file of the study
   * @throws InputException if there is no such participant, or there are too few others
   */
  public static CaseStudy of(LateralisationFile file, String participant) {
    List<MeasuredLateralisation> own =
        file.having("participant", MeasuredLateralisation::participant, participant).rows();
    Map<Place, List<Double>> others = new LinkedHashMap<>();
    for (MeasuredLateralisation row : file.rows()) {
      if (!row.participant().equals(participant)) {
        others.computeIfAbsent(Place.of(row), place -> new ArrayList<>()).add(row.value());
      }
    }
    List<CaseComparison> tests = new ArrayList<>();
    for (MeasuredLateralisation row : own) {
      List<Double> group = others.getOrDefault(Place.of(row), List.of());
      if (group.size() >= LEAST) {
        tests.add(test(row, group));
      }
    }
    if (tests.isEmpty()) {
      throw new InputException(
          participant
              + ": no ROI that two others have in the same hemisphere; a single case needs at least"
              + " two to be compared with");
    }
    return new CaseStudy(participant, corrected(tests));
  }

  private static CaseComparison test(MeasuredLateralisation row, List<Double> group) {
    return new CaseComparison(
        row.network(),
        row.layer(),
        row.split(),
        row.hemisphere(),
        row.roi(),
        group,
        SingleCase.of(row.value(), new Sample(group)),
        Double.NaN);
  }

  private static List<CaseComparison> corrected(List<CaseComparison> tests) {
    Map<List<String>, List<Integer>> families = new LinkedHashMap<>();
    for (int i = 0; i < tests.size(); i++) {
      if (!Double.isNaN(tests.get(i).result().p())) {
        families.computeIfAbsent(tests.get(i).family(), key -> new ArrayList<>()).add(i);
      }
    }
    List<CaseComparison> corrected = new ArrayList<>(tests);
    for (List<Integer> family : families.values()) {
      double[] p =
          BenjaminiHochberg.adjusted(
              family.stream().mapToDouble(i -> tests.get(i).result().p()).toArray());
      for (int i = 0; i < p.length; i++) {
        corrected.set(family.get(i), tests.get(family.get(i)).withBh(p[i]));
      }
    }
    return corrected;
  }
}
