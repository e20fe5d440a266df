package io.chiasm.networks.weights;

import java.util.Arrays;

/** How the numbers of one tensor are made anew. */
public sealed interface WeightDistribution {
  void fill(float[] values, TorchRandom random);

  /** Normal numbers with mean 0. */
  record Normal(double std) implements WeightDistribution {
    @Override
    public void fill(float[] values, TorchRandom random) {
      random.normal(values, 0, (float) std);
    }
  }

  /** Uniform numbers on [−bound, bound). */
  record Uniform(double bound) implements WeightDistribution {
    @Override
    public void fill(float[] values, TorchRandom random) {
      random.uniform(values, (float) -bound, (float) bound);
    }
  }

  /** The same number everywhere. */
  record Constant(float value) implements WeightDistribution {
    @Override
    public void fill(float[] values, TorchRandom random) {
      Arrays.fill(values, value);
    }
  }
}
