package io.chiasm.report.reliability;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.FoldMeans;
import io.chiasm.report.results.Roi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The values of one ROI, {@code [participant][hemisphere][seed][fold]}, of the participants that
 * have all of them: parts of variance are estimated from a balanced design. Where no participant
 * has both hemispheres, those with the left one are taken, or else those with the right one.
 */
final class BalancedValues {
  private final double[][][][] values;

  private BalancedValues(double[][][][] values) {
    this.values = values;
  }

  /**
   * @param seeds the rows of each seed
   * @return empty if no participant has every seed and the same number of folds
   */
  static Optional<BalancedValues> of(List<List<FoldMeans>> seeds) {
    Map<ParticipantId, Map<Hemisphere, List<List<Double>>>> found = new TreeMap<>();
    for (List<FoldMeans> seed : seeds) {
      for (FoldMeans row : seed) {
        found
            .computeIfAbsent(row.participant(), participant -> new TreeMap<>())
            .computeIfAbsent(row.hemisphere(), hemisphere -> new ArrayList<>())
            .add(row.means());
      }
    }
    int folds =
        seeds.stream().flatMap(List::stream).mapToInt(row -> row.means().size()).max().orElse(0);
    found.values().forEach(sides -> sides.values().removeIf(s -> !whole(s, seeds.size(), folds)));
    return Stream.of(Set.of(Hemisphere.values()), Set.of(Hemisphere.LH), Set.of(Hemisphere.RH))
        .map(TreeSet::new)
        .map(sides -> having(found, sides))
        .filter(values -> values.length > 0)
        .findFirst()
        .map(BalancedValues::new);
  }

  private static boolean whole(List<List<Double>> seeds, int count, int folds) {
    return seeds.size() == count && seeds.stream().allMatch(means -> means.size() == folds);
  }

  private static double[][][][] having(
      Map<ParticipantId, Map<Hemisphere, List<List<Double>>>> found, Set<Hemisphere> sides) {
    return found.values().stream()
        .filter(there -> there.keySet().containsAll(sides))
        .map(
            there ->
                sides.stream()
                    .map(there::get)
                    .map(BalancedValues::array)
                    .toArray(double[][][]::new))
        .toArray(double[][][][]::new);
  }

  private static double[][] array(List<List<Double>> seeds) {
    return seeds.stream()
        .map(means -> means.stream().mapToDouble(Double::doubleValue).toArray())
        .toArray(double[][]::new);
  }

  VarianceOfRoi variance(SeedGroup group, Condition condition, Roi roi) {
    double mean =
        Stream.of(values)
            .flatMap(Stream::of)
            .flatMap(Stream::of)
            .flatMapToDouble(Arrays::stream)
            .average()
            .orElse(Double.NaN);
    return new VarianceOfRoi(
        group.label(),
        group.networks(),
        condition,
        roi,
        values.length,
        values[0].length,
        values[0][0].length,
        values[0][0][0].length,
        mean,
        VarianceParts.of(values));
  }
}
