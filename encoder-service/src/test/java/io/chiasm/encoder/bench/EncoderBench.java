package io.chiasm.encoder.bench;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.random.MersenneTwister;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoder.encode.Encoder;
import io.chiasm.encoder.encode.EncodingResult;
import io.chiasm.encoder.encode.FeatureSpaces;
import io.chiasm.encoder.gram.ActivationBlocks;
import io.chiasm.encoder.gram.GramComputation;
import io.chiasm.encoder.gram.SplitGram;
import io.chiasm.encoder.split.Split;
import io.chiasm.encoder.work.Resources;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One layer of a made study: seconds and peak memory. Arguments: stimuli, vertices, folds, threads,
 * memory in MiB, {@code ridge} or {@code pca-ols}.
 */
final class EncoderBench {
  private static final int CHANNELS = 24;
  private static final int SIDE = 56;
  private static final int LATENT = 200;

  private EncoderBench() {}

  public static void main(String[] args) throws Exception {
    int stimuli = Integer.parseInt(args[0]);
    int vertices = Integer.parseInt(args[1]);
    Resources resources =
        new Resources(
            Integer.parseInt(args[3]),
            Long.parseLong(args[4]) << 20,
            Path.of(System.getProperty("java.io.tmpdir")));
    float[] latent = normals(stimuli * LATENT, 1);
    FloatTensor responses = responses(latent, stimuli, vertices);
    long start = System.nanoTime();
    SplitGram split =
        new GramComputation(resources)
            .ofActivations(
                new MadeBlocks(latent, stimuli),
                List.of(Split.hemifields(CHANNELS, SIDE, SIDE)),
                Scaling.TRACE)
            .get(0);
    report("gram (with making the features)", start);
    start = System.nanoTime();
    EncodingResult result =
        new Encoder(resources)
            .encode(
                FeatureSpaces.of(split, Hemisphere.LH, Midline.EXCLUDE),
                responses,
                folds(stimuli, Integer.parseInt(args[2])),
                regression(args[5]));
    report("encode", start);
    System.out.println(result.reports());
    System.out.println(result.warnings());
  }

  private static Regression regression(String label) {
    return label.equals("ridge")
        ? new Regression.Ridge(
            IntStream.range(-4, 7).mapToObj(e -> Math.pow(10, e)).collect(Collectors.toList()))
        : new Regression.PcaOls(100);
  }

  private static Folds folds(int stimuli, int count) {
    int[] order = IntStream.range(0, stimuli).toArray();
    new MersenneTwister(0).shuffle(order);
    int[] foldOf = new int[stimuli];
    for (int i = 0; i < stimuli; i++) {
      foldOf[order[i]] = i % count;
    }
    return Folds.of(foldOf);
  }

  /** A third follows the latent variables, a third faintly, a third not at all. */
  private static FloatTensor responses(float[] latent, int stimuli, int vertices) {
    float[] values = normals(stimuli * vertices, 2);
    for (int s = 0; s < stimuli; s++) {
      for (int v = 0; v < vertices; v++) {
        float weight = v % 3 == 0 ? 1 : v % 3 == 1 ? 0.2f : 0;
        values[s * vertices + v] += weight * latent[s * LATENT + v % 40];
      }
    }
    return new FloatTensor(Shape.of(stimuli, vertices), values);
  }

  private static float[] normals(int count, long seed) {
    Random random = new Random(seed);
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  private static void report(String what, long start) throws Exception {
    String peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElse("");
    Duration cpu = ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    System.out.printf(
        "%s: %.1f s, %.1f CPU-s since the start, %s%n",
        what, (System.nanoTime() - start) / 1e9, cpu.toMillis() / 1e3, peak);
  }

  /** Features with a falling spectrum: latent variables of falling size, and noise. */
  private static final class MadeBlocks implements ActivationBlocks {
    private static final int BLOCK = 32;
    private final float[] latent;
    private final int stimuli;

    MadeBlocks(float[] latent, int stimuli) {
      this.latent = latent;
      this.stimuli = stimuli;
    }

    @Override
    public int stimuli() {
      return stimuli;
    }

    @Override
    public int count() {
      return (stimuli + BLOCK - 1) / BLOCK;
    }

    @Override
    public FloatTensor block(int index) {
      int rows = Math.min(BLOCK, stimuli - index * BLOCK);
      int features = CHANNELS * SIDE * SIDE;
      float[] values = new float[rows * features];
      for (int i = 0; i < values.length; i++) {
        int feature = i % features;
        int stimulus = index * BLOCK + i / features;
        int hash = feature * 0x9E3779B9;
        int k = (hash >>> 8) % LATENT;
        float noise = ((i * 0x85EBCA6B + index * 0xC2B2AE35) >> 8) * 0x1p-23f;
        values[i] = latent[stimulus * LATENT + k] * 3 / (1 + 0.2f * k) + 0.2f * noise + 1;
      }
      return new FloatTensor(Shape.of(rows, CHANNELS, SIDE, SIDE), values);
    }
  }
}
