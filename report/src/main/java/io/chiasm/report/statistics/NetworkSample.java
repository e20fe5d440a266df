package io.chiasm.report.statistics;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Networks with their accuracy, their number of parameters and one value per participant. The value
 * of a network is the mean over the participants that have one.
 */
final class NetworkSample {
  /**
   * One network.
   *
   * @param accuracy in percent
   * @param parameters NaN if it is not known
   * @param values {@code [participant]}, NaN where a participant has none
   */
  record Member(double accuracy, double parameters, List<Double> values) {
    Member {
      values = List.copyOf(values);
    }

    boolean held() {
      return !Double.isNaN(parameters);
    }
  }

  private final List<Member> members;
  private final double[][] values;

  /**
   * @param members with equally many participants
   */
  NetworkSample(List<Member> members) {
    this.members = List.copyOf(members);
    this.values =
        members.stream()
            .map(m -> m.values().stream().mapToDouble(Double::doubleValue).toArray())
            .toArray(double[][]::new);
  }

  int networks() {
    return members.size();
  }

  int participants() {
    return values[0].length;
  }

  /** Those whose number of parameters is known. */
  NetworkSample held() {
    return new NetworkSample(members.stream().filter(Member::held).toList());
  }

  /** {@code [network]} percent. */
  double[] accuracy() {
    return members.stream().mapToDouble(Member::accuracy).toArray();
  }

  /** {@code [network]}. */
  double[] parameters() {
    return members.stream().mapToDouble(Member::parameters).toArray();
  }

  /** {@code [network]} means over all participants. */
  double[] means() {
    return means(IntStream.range(0, participants()).toArray());
  }

  /** {@code [network]} means over these participants, NaN where none of them has a value. */
  double[] means(int[] participants) {
    double[] means = new double[values.length];
    for (int network = 0; network < means.length; network++) {
      means[network] = mean(values[network], participants);
    }
    return means;
  }

  private static double mean(double[] own, int[] participants) {
    double sum = 0;
    int count = 0;
    for (int participant : participants) {
      if (!Double.isNaN(own[participant])) {
        sum += own[participant];
        count++;
      }
    }
    return sum / count;
  }
}
