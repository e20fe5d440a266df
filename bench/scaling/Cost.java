import java.util.List;
import java.util.Random;

/** Seconds of one task on a processor of its own: mean and spread, drawn as log-normal. */
record Cost(double mean, double spread) {
  static Cost of(List<Double> seconds) {
    double mean = seconds.stream().mapToDouble(s -> s).average().orElse(0);
    double squares = seconds.stream().mapToDouble(s -> (s - mean) * (s - mean)).sum();
    return new Cost(mean, Math.sqrt(squares / Math.max(1, seconds.size() - 1)));
  }

  Cost times(double factor) {
    return new Cost(mean * factor, spread * factor);
  }

  double draw(Random random) {
    if (mean == 0) {
      return 0;
    }
    double variance = Math.log(1 + spread * spread / (mean * mean));
    return mean * Math.exp(random.nextGaussian() * Math.sqrt(variance) - variance / 2);
  }
}
