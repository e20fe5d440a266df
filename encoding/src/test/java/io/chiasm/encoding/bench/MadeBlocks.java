package io.chiasm.encoding.bench;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.encoding.gram.ActivationBlocks;
import java.util.SplittableRandom;

/**
 * Blocks of 32 stimuli's 7 x 7 feature maps, made as they are asked for; a column of the map
 * follows one latent number of its stimulus, with noise.
 *
 * @param channels of a feature map
 */
record MadeBlocks(int stimuli, int channels) implements ActivationBlocks {
  static final int SIDE = 7;
  private static final int BLOCK = 32;

  @Override
  public int count() {
    return (stimuli + BLOCK - 1) / BLOCK;
  }

  @Override
  public FloatTensor block(int index) {
    int from = index * BLOCK;
    int rows = Math.min(BLOCK, stimuli - from);
    FloatTensor block = FloatTensor.zeros(rows, channels, SIDE, SIDE);
    int features = channels * SIDE * SIDE;
    for (int row = 0; row < rows; row++) {
      float[] latent = latent(from + row);
      SplittableRandom noise = new SplittableRandom(-from - row);
      for (int f = 0; f < features; f++) {
        block.values()[row * features + f] =
            0.1f * latent[f % SIDE] + (float) noise.nextDouble(-1, 1);
      }
    }
    return block;
  }

  /** Responses {@code [stimulus, vertex]}: every vertex follows one latent number, with noise. */
  FloatTensor responses(int vertices) {
    FloatTensor responses = FloatTensor.zeros(stimuli, vertices);
    for (int s = 0; s < stimuli; s++) {
      float[] latent = latent(s);
      SplittableRandom noise = new SplittableRandom(~s);
      for (int v = 0; v < vertices; v++) {
        responses.values()[s * vertices + v] =
            latent[v % latent.length] + (float) noise.nextDouble(-1, 1);
      }
    }
    return responses;
  }

  private static float[] latent(int stimulus) {
    SplittableRandom random = new SplittableRandom(stimulus);
    float[] latent = new float[SIDE];
    for (int i = 0; i < latent.length; i++) {
      latent[i] = (float) random.nextDouble(-1, 1);
    }
    return latent;
  }
}
