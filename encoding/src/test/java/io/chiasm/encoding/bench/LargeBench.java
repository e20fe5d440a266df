package io.chiasm.encoding.bench;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.encode.Encoder;
import io.chiasm.encoding.encode.EncodingResult;
import io.chiasm.encoding.encode.FeatureSpaces;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.work.Resources;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One hemisphere of a participant with all of their own stimuli, one outer fold of ten, full model
 * and the halves' shares of it. Arguments: stimuli, vertices, channels of a 7 x 7 feature map,
 * threads, memory in MiB.
 */
final class LargeBench {
  private static final List<Double> ALPHAS = List.of(0.1, 10.0);
  private static final int FOLDS = 10;
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
    MadeBlocks made = new MadeBlocks(stimuli, sizes[2]);
    SplitGram gram =
        new GramComputation(resources)
            .ofActivations(
                made,
                List.of(Split.hemifields(sizes[2], MadeBlocks.SIDE, MadeBlocks.SIDE)),
                Scaling.TRACE)
            .get(0);
    say(
        "Gram matrices of %d stimuli, %d features"
            .formatted(stimuli, sizes[2] * MadeBlocks.SIDE * MadeBlocks.SIDE),
        start);
    EncodingResult result =
        new Encoder(resources)
            .encode(
                FeatureSpaces.joint(gram, Hemisphere.LH, Midline.EXCLUDE),
                made.responses(vertices),
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
}
