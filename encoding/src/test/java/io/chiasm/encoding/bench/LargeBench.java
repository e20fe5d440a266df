package io.chiasm.encoding.bench;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.encode.Encoder;
import io.chiasm.encoding.encode.EncodingResult;
import io.chiasm.encoding.encode.FeatureSpaces;
import io.chiasm.encoding.gram.ActivationBlocks;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.work.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * One hemisphere of a participant with all of their own stimuli, one outer fold of ten, full model
 * and the halves' shares of it. Arguments: stimuli, vertices, channels of a 7 x 7 feature map,
 * threads, memory in MiB.
 */
final class LargeBench {
  private static final List<Double> ALPHAS = List.of(0.1, 10.0);
  private static final int FOLDS = 10;
  private static final int SIDE = 7;
  private static final double SECOND = 1e9;

  private LargeBench() {}

  public static void main(String[] args) throws IOException {
    int[] sizes = Arrays.stream(args).mapToInt(Integer::parseInt).toArray();
    int stimuli = sizes[0];
    int vertices = sizes[1];
    Resources resources =
        new Resources(
            sizes[3], (long) sizes[4] << 20, Path.of(System.getProperty("java.io.tmpdir")));
    long start = System.nanoTime();
    SplitGram gram =
        new GramComputation(resources)
            .ofActivations(
                new MadeBlocks(stimuli, sizes[2]),
                List.of(Split.hemifields(sizes[2], SIDE, SIDE)),
                Scaling.TRACE)
            .get(0);
    say(
        "Gram matrices of %d stimuli, %d features".formatted(stimuli, sizes[2] * SIDE * SIDE),
        start);
    EncodingResult result =
        new Encoder(resources)
            .encode(
                FeatureSpaces.joint(gram, Hemisphere.LH, Midline.EXCLUDE),
                responses(stimuli, vertices),
                // One fold of the ten; the others train.
                Folds.of(IntStream.range(0, stimuli).map(s -> s % FOLDS == 0 ? 0 : -1).toArray()),
                new Regression.Ridge(ALPHAS, List.of()));
    say("and ridge of %d vertices, %d alphas, 1 fold".formatted(vertices, ALPHAS.size()), start);
    float[] scores = result.array("score_" + Model.FULL.label()).values();
    System.out.printf(
        "mean score %.4f%n",
        IntStream.range(0, vertices).mapToDouble(v -> scores[v]).average().orElse(Double.NaN));
  }

  private static void say(String what, long start) throws IOException {
    System.out.printf(
        "%s: %.0f s, peak %.2f GiB%n",
        what, (System.nanoTime() - start) / SECOND, PeakMemory.gib());
  }

  /** Every vertex follows one latent number of its stimulus, with noise. */
  private static FloatTensor responses(int stimuli, int vertices) {
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

  /** Blocks of 32 stimuli, made as they are asked for; a column of the map follows one latent. */
  private record MadeBlocks(int stimuli, int channels) implements ActivationBlocks {
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
  }
}
