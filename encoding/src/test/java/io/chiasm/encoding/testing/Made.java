package io.chiasm.encoding.testing;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.work.Resources;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.IntStream;

/** Made numbers, always from a seed. */
public final class Made {
  private Made() {}

  public static DoubleTensor normals(long seed, long... shape) {
    DoubleTensor tensor = DoubleTensor.zeros(shape);
    Random random = new Random(seed);
    for (int i = 0; i < tensor.values().length; i++) {
      tensor.values()[i] = random.nextGaussian();
    }
    return tensor;
  }

  public static FloatTensor floats(long seed, long... shape) {
    return narrow(normals(seed, shape));
  }

  public static FloatTensor narrow(DoubleTensor wide) {
    float[] values = new float[wide.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) wide.values()[i];
    }
    return new FloatTensor(wide.shape(), values);
  }

  /** Responses {@code [stimulus, vertex]} that follow the features, with noise. */
  public static FloatTensor responses(
      DoubleTensor features, int vertices, double noise, long seed) {
    int stimuli = (int) features.shape().extent(0);
    int count = features.values().length / stimuli;
    double[] weights = normals(seed, count, vertices).values();
    double[] values = normals(seed + 1, stimuli, vertices).values();
    for (int s = 0; s < stimuli; s++) {
      for (int v = 0; v < vertices; v++) {
        values[s * vertices + v] *= noise;
        for (int f = 0; f < count; f++) {
          values[s * vertices + v] += features.values()[s * count + f] * weights[f * vertices + v];
        }
      }
    }
    return narrow(new DoubleTensor(Shape.of(stimuli, vertices), values));
  }

  /** One vertex's responses by stimulus. */
  public static double[] column(FloatTensor responses, int vertex) {
    int vertices = (int) responses.shape().extent(1);
    return IntStream.range(0, responses.values().length / vertices)
        .mapToDouble(s -> responses.values()[s * vertices + vertex])
        .toArray();
  }

  /** Row-major. */
  public static double[] values(Gram gram) {
    double[] values = new double[gram.stimuli() * gram.stimuli()];
    for (int i = 0; i < values.length; i++) {
      values[i] = gram.at(i / gram.stimuli(), i % gram.stimuli());
    }
    return values;
  }

  /** Stimulus s is held out in fold {@code s mod folds}. */
  public static Folds folds(int stimuli, int folds) {
    return Folds.of(IntStream.range(0, stimuli).map(s -> s % folds).toArray());
  }

  public static Resources resources(int threads, long bytes) {
    return new Resources(threads, bytes, Path.of(System.getProperty("java.io.tmpdir")));
  }

  public static Resources resources() {
    return resources(2, 64 << 20);
  }
}
