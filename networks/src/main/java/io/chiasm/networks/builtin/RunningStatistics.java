package io.chiasm.networks.builtin;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What batch norms have seen, batch by batch, summed in float64: torch's running statistics with
 * {@code momentum=None}. Every batch counts alike, whatever its size.
 */
public final class RunningStatistics {
  private final List<Sums> norms = new ArrayList<>();
  private long batches;

  /** Nothing seen yet. */
  public RunningStatistics(TrainingForm form) {
    form.norms().forEach(norm -> norms.add(new Sums(norm.norm(), form.positions(norm))));
  }

  /**
   * Adds a batch.
   *
   * @param statistics of the graph's outputs, in their order, {@code [image, channel, 1, 1]} each
   * @throws InputException if a norm gets one number per channel only, which has no variance
   */
  public void add(List<FloatTensor> statistics) {
    if (statistics.size() != 2 * norms.size()) {
      throw new IllegalArgumentException(
          statistics.size() + " tensors for " + norms.size() + " norms");
    }
    for (int i = 0; i < norms.size(); i++) {
      norms.get(i).add(statistics.get(2 * i), statistics.get(2 * i + 1));
    }
    batches++;
  }

  /** Batches added. */
  public long batches() {
    return batches;
  }

  /** The tensors of a state dict that they replace, by key. */
  Map<String, FloatTensor> tensors() {
    if (batches == 0) {
      throw new IllegalStateException("no batch was added");
    }
    Map<String, FloatTensor> tensors = new HashMap<>();
    for (Sums sums : norms) {
      tensors.put(sums.norm + ".running_mean", mean(sums.means));
      tensors.put(sums.norm + ".running_var", mean(sums.variances));
      tensors.put(
          sums.norm + ".num_batches_tracked",
          new FloatTensor(Shape.of(), new float[] {(float) batches}));
    }
    return tensors;
  }

  private FloatTensor mean(double[] sums) {
    float[] means = new float[sums.length];
    for (int c = 0; c < means.length; c++) {
      means[c] = (float) (sums[c] / batches);
    }
    return new FloatTensor(Shape.of(means.length), means);
  }

  /** Sums over batches of one norm's mean and unbiased variance per channel. */
  private static final class Sums {
    private final String norm;
    private final long positions;
    private double[] means = {};
    private double[] variances = {};

    Sums(String norm, long positions) {
      this.norm = norm;
      this.positions = positions;
    }

    void add(FloatTensor imageMeans, FloatTensor imageVariances) {
      long numbers = imageMeans.shape().extent(0) * positions;
      if (numbers < 2) {
        throw new InputException(
            "batch norm " + norm + " gets one number per channel; give larger batches");
      }
      means = added(means, imageMeans, 1);
      variances = added(variances, imageVariances, numbers / (numbers - 1.0));
    }

    /** With the mean over images {@code [image, channel, 1, 1]}, times a factor. */
    private static double[] added(double[] sums, FloatTensor perImage, double factor) {
      int images = Math.toIntExact(perImage.shape().extent(0));
      int channels = Math.toIntExact(perImage.shape().extent(1));
      double[] added = sums.length == 0 ? new double[channels] : sums;
      for (int c = 0; c < channels; c++) {
        double sum = 0;
        for (int image = 0; image < images; image++) {
          sum += perImage.values()[image * channels + c];
        }
        added[c] += sum / images * factor;
      }
      return added;
    }
  }
}
