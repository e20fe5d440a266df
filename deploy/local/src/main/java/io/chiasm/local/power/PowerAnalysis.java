package io.chiasm.local.power;

import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The power of studies of several numbers of participants.
 *
 * @param points by number of participants, then effect
 * @param least one per number of participants
 */
public record PowerAnalysis(List<PowerPoint> points, List<LeastDifference> least) {
  public PowerAnalysis {
    points = List.copyOf(points);
    least = List.copyOf(least);
  }

  /**
   * Makes and tests the studies.
   *
   * @param effects true differences, ascending
   * @param said takes a line about each number of participants
   * @throws InputException if an effect is larger than any that can be
   */
  static PowerAnalysis of(
      Measurement measurement, TestDesign design, List<Double> effects, Consumer<String> said) {
    effects.forEach(effect -> require(measurement, effect));
    List<PowerPoint> all = new ArrayList<>();
    List<LeastDifference> least = new ArrayList<>();
    for (int participants : design.participants()) {
      said.accept(String.format(Locale.ROOT, "Studies of %d participants …", participants));
      MadeStudies studies = new MadeStudies(measurement, design, participants);
      List<PowerPoint> points = effects.stream().map(studies::at).toList();
      all.addAll(points);
      least.add(LeastDifference.of(participants, studies.least(), points, design.wanted()));
    }
    return new PowerAnalysis(all, least);
  }

  private static void require(Measurement measurement, double effect) {
    if (!(effect >= 0 && effect <= measurement.most())) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "effect %s: with this noise ceiling and these halves a lateralisation is from 0 to"
                  + " %.3f",
              effect,
              measurement.most()));
    }
  }
}
