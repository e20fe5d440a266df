package io.chiasm.local.power;

import io.chiasm.contracts.failure.InputException;
import java.util.List;

/**
 * The tests of made studies.
 *
 * @param participants numbers of participants, each 2 to 64, ascending
 * @param spread standard deviation between participants of the true lateralisation
 * @param alpha a study shows an effect if its p is at most this
 * @param wanted power that is enough
 * @param studies made for each number and effect, 100 to 100,000
 * @param seed of participants and of sign patterns
 */
public record TestDesign(
    List<Integer> participants,
    double spread,
    double alpha,
    double wanted,
    int studies,
    long seed) {
  private static final int FEWEST = 2;
  private static final int MOST = 64;
  private static final int FEWEST_STUDIES = 100;
  private static final int MOST_STUDIES = 100_000;

  public TestDesign {
    participants = participants.stream().distinct().sorted().toList();
    if (participants.isEmpty() || participants.get(0) < FEWEST || last(participants) > MOST) {
      throw new InputException("participants: " + participants + "; each is from 2 to 64");
    }
    if (!(spread >= 0 && spread <= 1)) {
      throw new InputException(
          "spread " + spread + ": a standard deviation of correlations, from 0 to 1");
    }
    requireShare("alpha", alpha);
    requireShare("power", wanted);
    if (studies < FEWEST_STUDIES || studies > MOST_STUDIES) {
      throw new InputException("studies: " + studies + " is not from 100 to 100000");
    }
  }

  private static int last(List<Integer> numbers) {
    return numbers.get(numbers.size() - 1);
  }

  private static void requireShare(String what, double value) {
    if (!(value > 0 && value < 1)) {
      throw new InputException(what + " " + value + ": above 0 and below 1");
    }
  }

  TestDesign withSpread(double other) {
    return new TestDesign(participants, other, alpha, wanted, studies, seed);
  }
}
