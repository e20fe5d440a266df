package io.chiasm.encoding.bench;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.encode.Encoder;
import io.chiasm.encoding.encode.EncodingResult;
import io.chiasm.encoding.encode.FeatureSpaces;
import io.chiasm.encoding.encode.Sitting;
import io.chiasm.encoding.gram.ActivationBlocks;
import io.chiasm.encoding.gram.GramComputation;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.work.Resources;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A whole participant, made by {@code bench/encoder/make.py}: seconds, peak memory, scores.
 * Arguments: folder, threads, memory in MiB, {@code plain} or {@code banded}, how many participants
 * saw the same stimuli (1 if not given), who share the Gram matrices, and {@code apart} if they
 * share nothing else.
 */
final class EncoderBench {
  /** Those that the environment names, or all. */
  private static final List<String> LAYERS =
      List.of(System.getenv().getOrDefault("LAYERS", "early middle late").split(" "));

  private static final List<String> MODELS = List.of("full", "contra", "ipsi");
  private static final double SECOND = 1e9;

  private EncoderBench() {}

  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    Resources resources =
        new Resources(
            Integer.parseInt(args[1]),
            Long.parseLong(args[2]) << 20,
            Path.of(System.getProperty("java.io.tmpdir")));
    Regression.Ridge ridge =
        args[3].equals("banded")
            ? new Regression.Ridge(AlphaGrid.DEFAULT)
            : new Regression.Ridge(AlphaGrid.DEFAULT, List.of());
    double processor = ProcessorTime.seconds();
    double[] fitting = new double[args.length > 4 ? Integer.parseInt(args[4]) : 1];
    boolean apart = args.length > 5 && args[5].equals("apart");
    Sitting sitting = apart ? Sitting.ofOneTask() : Sitting.begin();
    double forming = 0;
    for (String layer : LAYERS) {
      sitting.close();
      long begun = System.nanoTime();
      SplitGram gram = gram(folder.resolve(layer + ".npy"), resources);
      forming += seconds(begun);
      sitting.turnTo(new Sitting.Subject(layer, Sha256.of("folds"), Midline.EXCLUDE, ridge));
      for (int participant = 0; participant < fitting.length; participant++) {
        long start = System.nanoTime();
        EncodingResult result = encode(folder, gram, ridge, new Encoder(resources, sitting));
        for (String model : MODELS) {
          write(folder.resolve("chiasm_" + layer + "_" + model + ".npy"), result, model);
        }
        fitting[participant] += seconds(start);
      }
    }
    report(args[3], forming, fitting, ProcessorTime.seconds() - processor);
  }

  private static EncodingResult encode(
      Path folder, SplitGram gram, Regression.Ridge ridge, Encoder encoder) throws IOException {
    return encoder.encode(
        FeatureSpaces.of(gram, Hemisphere.LH, Midline.EXCLUDE),
        floats(folder.resolve("responses.npy")),
        folds(folder.resolve("folds.npy")),
        ridge);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / SECOND;
  }

  private static SplitGram gram(Path file, Resources resources) throws IOException {
    try (NpyFile activations = NpyFile.open(file)) {
      Shape shape = activations.header().shape();
      Split split = Split.hemifields(extent(shape, 1), extent(shape, 2), extent(shape, 3));
      return new GramComputation(resources)
          .ofActivations(new FileBlocks(activations), List.of(split), Scaling.TRACE)
          .get(0);
    }
  }

  private static FloatTensor floats(Path file) throws IOException {
    try (NpyFile responses = NpyFile.open(file)) {
      return responses.floats();
    }
  }

  private static Folds folds(Path file) throws IOException {
    try (NpyFile folds = NpyFile.open(file)) {
      return Folds.of(Arrays.stream(folds.longs().values()).mapToInt(Math::toIntExact).toArray());
    }
  }

  private static void write(Path file, EncodingResult result, String model) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyWriter.write(out, result.array("score_folds_" + model));
    }
  }

  private static void report(String what, double forming, double[] fitting, double processor)
      throws IOException {
    double total = forming + Arrays.stream(fitting).sum();
    System.out.printf(
        "{\"what\": \"Chiasm, %s\", \"dtype\": \"float64\", \"seconds\": %.1f, \"cpu_seconds\": %.1f,"
            + " \"gram_seconds\": %.1f, \"peak_gib\": %.2f}%n",
        what, total, processor, forming, PeakMemory.gib());
    if (fitting.length > 1) {
      double bound = 3 * forming + fitting.length * fitting[0];
      System.out.printf(
          "%d participants: %.1f s; 3 x Gram + %d x the first one's fits: %.1f s%n",
          fitting.length, total, fitting.length, bound);
    }
  }

  private static int extent(Shape shape, int axis) {
    return Math.toIntExact(shape.extent(axis));
  }

  /** Blocks of 32 stimuli, as they come from the store. */
  private static final class FileBlocks implements ActivationBlocks {
    private static final int BLOCK = 32;
    private final NpyFile file;

    FileBlocks(NpyFile file) {
      this.file = file;
    }

    @Override
    public int stimuli() {
      return extent(file.header().shape(), 0);
    }

    @Override
    public int count() {
      return (stimuli() + BLOCK - 1) / BLOCK;
    }

    @Override
    public FloatTensor block(int index) {
      return file.readRange(index * BLOCK, Math.min((index + 1) * BLOCK, stimuli()));
    }
  }
}
