package io.chiasm.encoding.testing;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.numerics.Factors;
import io.chiasm.encoding.numerics.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Ridge with an unpenalised intercept on the features themselves, by the normal equations. */
public final class Primal {
  private Primal() {}

  /** {@code K = X Xᵀ} of features {@code [stimulus, feature]}. */
  public static DoubleTensor gram(DoubleTensor x) {
    int stimuli = (int) x.shape().extent(0);
    int count = (int) x.shape().extent(1);
    double[] gram = new double[stimuli * stimuli];
    for (int i = 0; i < stimuli; i++) {
      for (int j = 0; j < stimuli; j++) {
        for (int f = 0; f < count; f++) {
          gram[i * stimuli + j] += x.values()[i * count + f] * x.values()[j * count + f];
        }
      }
    }
    return new DoubleTensor(Shape.of(stimuli, stimuli), gram);
  }

  /**
   * @param y response by stimulus
   * @return predictions for the stimuli {@code test} from a fit to {@code train}
   */
  public static double[] predict(
      DoubleTensor x, double[] y, int[] train, int[] test, double alpha) {
    int count = (int) x.shape().extent(1);
    double[] means = new double[count];
    double meanY = 0;
    for (int s : train) {
      meanY += y[s] / train.length;
      for (int f = 0; f < count; f++) {
        means[f] += x.values()[s * count + f] / train.length;
      }
    }
    double[] normal = new double[count * count];
    double[] right = new double[count];
    for (int s : train) {
      for (int f = 0; f < count; f++) {
        double a = x.values()[s * count + f] - means[f];
        right[f] += a * (y[s] - meanY);
        for (int g = 0; g < count; g++) {
          normal[f * count + g] += a * (x.values()[s * count + g] - means[g]);
        }
      }
    }
    double[] weights = solve(normal, right, alpha);
    double[] predictions = new double[test.length];
    for (int i = 0; i < test.length; i++) {
      predictions[i] = meanY;
      for (int f = 0; f < count; f++) {
        predictions[i] += (x.values()[test[i] * count + f] - means[f]) * weights[f];
      }
    }
    return predictions;
  }

  /** The inner cross-validation's sum of squared errors, every inner fold fitted anew. */
  public static double innerErrors(
      DoubleTensor x, double[] y, double alpha, TrainingRows training) {
    double sum = 0;
    for (int inner = 0; inner < TrainingRows.INNER_FOLDS; inner++) {
      int[] test = Arrays.copyOfRange(training.rows(), training.start(inner), training.end(inner));
      int[] fit =
          IntStream.of(training.rows())
              .filter(s -> IntStream.of(test).noneMatch(t -> t == s))
              .toArray();
      double[] predicted = predict(x, y, fit, test, alpha);
      for (int i = 0; i < test.length; i++) {
        sum += (y[test[i]] - predicted[i]) * (y[test[i]] - predicted[i]);
      }
    }
    return sum;
  }

  private static double[] solve(double[] normal, double[] right, double alpha) {
    int count = right.length;
    for (int f = 0; f < count; f++) {
      normal[f * count + f] += alpha;
    }
    try (Matrix a = Matrix.of(count, count, normal);
        Matrix b = Matrix.of(count, 1, right)) {
      if (!Factors.solveSymmetric(a, b.all())) {
        throw new IllegalStateException("singular normal equations");
      }
      return b.toArray();
    }
  }
}
