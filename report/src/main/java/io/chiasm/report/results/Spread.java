package io.chiasm.report.results;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.List;

/**
 * One quantity of one ROI over participants × hemispheres.
 *
 * @param points those that have a value, in the study's order
 */
public record Spread(List<Point> points) {
  /** The ROI mean of one hemisphere of one participant. */
  public record Point(ParticipantId participant, Hemisphere hemisphere, double value) {
    /** Whose it is. */
    public ParticipantHemisphere owner() {
      return new ParticipantHemisphere(participant, hemisphere);
    }
  }

  public Spread {
    points = points.stream().filter(point -> !Double.isNaN(point.value())).toList();
  }

  /** Number of participants × hemispheres. */
  public int n() {
    return points.size();
  }

  /** Number of participants. */
  public int participants() {
    return (int) points.stream().map(Point::participant).distinct().count();
  }

  /** NaN if there is no point. */
  public double mean() {
    return points.stream().mapToDouble(Point::value).sum() / n();
  }

  /** Standard deviation with {@code n − 1} in the denominator; NaN for fewer than two points. */
  public double sd() {
    double mean = mean();
    double squares =
        points.stream().mapToDouble(Point::value).map(v -> (v - mean) * (v - mean)).sum();
    return n() < 2 ? Double.NaN : Math.sqrt(squares / (n() - 1));
  }

  /** One value per participant: the mean of its hemispheres. */
  public List<Double> participantMeans() {
    return points.stream()
        .map(Point::participant)
        .distinct()
        .map(p -> new Spread(points.stream().filter(q -> q.participant().equals(p)).toList()))
        .map(Spread::mean)
        .toList();
  }

  /** Number of points above zero. */
  public int positive() {
    return (int) points.stream().filter(point -> point.value() > 0).count();
  }
}
