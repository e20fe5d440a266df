package io.chiasm.extraction.bench;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.sun.management.OperatingSystemMXBean;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.ExtractionSettings;
import io.chiasm.extraction.extract.FolderExtraction;
import io.chiasm.extraction.extract.FolderRequest;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.preprocess.PreprocessingRecipe;
import io.chiasm.extraction.preprocess.Preprocessor;
import io.chiasm.extraction.preprocess.TorchvisionPreset;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Photographs per second through EfficientNet-B0 with three layers: {@code chiasm} from stored PNG
 * to stored activations in batches of its own size, {@code bare} by ONNX Runtime alone on input
 * that was decoded before and results that nobody reads, {@code side} the same as Chiasm runs it:
 * its batches, one run per thread side by side. Arguments: which, folder of PNG, output folder,
 * threads, batch of {@code bare}, rounds. Not run by the build; bench/extractor/run.sh runs it
 * beside PyTorch.
 */
public final class ExtractorBench {
  private static final List<String> LAYERS = List.of("features.2", "features.5", "features.8");

  private final Path images;
  private final Path output;
  private final int threads;
  private final int batch;
  private final int rounds;
  private final LoadedNetwork network;

  private ExtractorBench(String[] args) throws IOException {
    images = Path.of(args[1]);
    output = Path.of(args[2]);
    threads = Integer.parseInt(args[3]);
    batch = Integer.parseInt(args[4]);
    rounds = Integer.parseInt(args[5]);
    network = network(LAYERS);
  }

  /** EfficientNet-B0, untrained. */
  static LoadedNetwork network(List<String> layers) throws IOException {
    OnnxGraph graph = BuiltIn.named("efficientnet_b0").untrained(0);
    return new LoadedNetwork(
        graph.source(),
        graph.tapped(layers),
        layers,
        graph.inputSize().height(),
        graph.inputSize().width(),
        graph.normalisation().orElseThrow(),
        TorchvisionPreset.of(graph));
  }

  public static void main(String[] args) throws IOException, OrtException, InterruptedException {
    ExtractorBench bench = new ExtractorBench(args);
    switch (args[0]) {
      case "chiasm" -> bench.chiasm();
      case "bare" -> bench.bare("ONNX Runtime, batch " + bench.batch, bench.batch, 1);
      default ->
          bench.bare(
              "ONNX Runtime, as Chiasm uses it", ExtractionSettings.DEFAULT_BATCH, bench.threads);
    }
  }

  private void chiasm() throws IOException, OrtException, InterruptedException {
    ExtractionSettings settings = new ExtractionSettings(ExtractionSettings.DEFAULT_BATCH, threads);
    PreprocessingRecipe recipe = network.recipe(Preprocessing.WHOLE_IMAGE);
    try (Extraction extraction =
            new Extraction(new PhotographDecoder(ImageLimits.DEFAULT), settings);
        NetworkRunner runner = new DjlNetworks().open(network)) {
      FolderExtraction folder = new FolderExtraction(extraction, ignored -> new Kept(runner));
      FolderRequest request = new FolderRequest(images, false, output, network, recipe);
      report("Chiasm, PNG to .npy", count(), () -> folder.run(request, (done, total) -> {}));
    }
  }

  /** Runs side by side share the threads. */
  private void bare(String what, int batch, int side)
      throws IOException, OrtException, InterruptedException {
    List<ByteBuffer> batches = decoded(batch);
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    OrtSession.SessionOptions options = new OrtSession.SessionOptions();
    options.setIntraOpNumThreads(threads / side);
    ExecutorService runs = Executors.newFixedThreadPool(side);
    try (OrtSession session = environment.createSession(network.graph(), options)) {
      String input = session.getInputNames().iterator().next();
      long[] extents = {batch, 3, network.height(), network.width()};
      Function<ByteBuffer, Callable<Void>> run =
          values ->
              () -> {
                FloatBuffer floats = values.asFloatBuffer();
                try (OnnxTensor tensor = OnnxTensor.createTensor(environment, floats, extents)) {
                  session.run(Map.of(input, tensor)).close();
                }
                return null;
              };
      List<Callable<Void>> all = batches.stream().map(run).toList();
      report(what, batches.size() * batch, () -> done(runs.invokeAll(all)));
    } finally {
      runs.shutdownNow();
    }
  }

  private static void done(List<Future<Void>> runs) throws InterruptedException {
    try {
      for (Future<Void> run : runs) {
        run.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whole batches, in memory that ONNX Runtime reads in place. */
  private List<ByteBuffer> decoded(int batch) throws IOException {
    Preprocessor preprocessor = new Preprocessor(network.recipe(Preprocessing.WHOLE_IMAGE));
    PhotographDecoder decoder = new PhotographDecoder(ImageLimits.DEFAULT);
    List<Path> files = files();
    List<ByteBuffer> batches = new ArrayList<>();
    for (int first = 0; first + batch <= files.size(); first += batch) {
      FloatTensor input = FloatTensor.zeros(batch, 3, network.height(), network.width());
      for (int i = 0; i < batch; i++) {
        Path file = files.get(first + i);
        byte[] bytes = Files.readAllBytes(file);
        String name = file.toString();
        preprocessor.write(name, decoder.decode(name, bytes), input.values(), i);
      }
      ByteBuffer direct = ByteBuffer.allocateDirect(4 * input.values().length);
      direct.order(ByteOrder.nativeOrder()).asFloatBuffer().put(input.values());
      batches.add(direct.order(ByteOrder.nativeOrder()));
    }
    return batches;
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(images)) {
      return files.sorted().toList();
    }
  }

  private int count() throws IOException {
    return files().size();
  }

  /** One round to warm up, then the best of the others: what else runs only slows down. */
  private void report(String what, int count, Round round)
      throws IOException, OrtException, InterruptedException {
    round.run();
    double best = 0;
    long processor = processorNanos();
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      round.run();
      best = Math.max(best, count * 1e9 / (System.nanoTime() - start));
    }
    System.out.printf(
        Locale.ROOT,
        "{\"what\": \"%s\", \"images_per_s\": %.2f, \"cpu_ms\": %.1f, \"peak_gib\": %.2f}%n",
        what,
        best,
        (processorNanos() - processor) / 1e6 / rounds / count,
        peakGib());
  }

  /** Processor time of all threads: what other programs do hardly changes it. */
  static long processorNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Most memory that the process ever had, as Linux counts it; 0 elsewhere. */
  static double peakGib() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM"))
        .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / (1 << 20))
        .findFirst()
        .orElse(0);
  }

  private interface Round {
    void run() throws IOException, OrtException, InterruptedException;
  }

  /** A network that stays open from round to round. */
  record Kept(NetworkRunner runner) implements NetworkRunner {
    @Override
    public List<String> layers() {
      return runner.layers();
    }

    @Override
    public List<FloatTensor> run(FloatTensor images) {
      return runner.run(images);
    }

    @Override
    public void close() {}
  }
}
