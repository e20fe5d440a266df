package io.chiasm.extractor.extraction;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.extractor.image.PhotographDecoder;
import io.chiasm.extractor.preprocess.Preprocessor;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Extracts activations block by block. Photographs are decoded by several threads ahead of the
 * network, never further than the settings allow, so memory does not grow with their number. A
 * batch never crosses a block: a block's activations are the same whoever computes it, alone or
 * among others. Closing ends the threads.
 */
public final class Extraction implements AutoCloseable {
  private final PhotographDecoder decoder;
  private final ExtractionSettings settings;
  private final ExecutorService threads;

  public Extraction(PhotographDecoder decoder, ExtractionSettings settings) {
    this.decoder = decoder;
    this.settings = settings;
    this.threads = Executors.newFixedThreadPool(settings.decoders(), Extraction::daemon);
  }

  public ExtractionSettings settings() {
    return settings;
  }

  /**
   * Runs all blocks through a network.
   *
   * @param blocks photographs of each block, none empty
   * @throws InputException naming the photograph that cannot be read, or the layer and photograph
   *     whose activations are not finite
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public void run(
      NetworkRunner network,
      Preprocessor preprocessor,
      List<List<Photograph>> blocks,
      BlockSink sink) {
    if (blocks.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a block has no photographs");
    }
    try (BatchPreparation batches =
        new BatchPreparation(blocks, decoder, preprocessor, settings, threads)) {
      for (int block = 0; block < blocks.size(); block++) {
        sink.accept(block, run(network, batches, blocks.get(block)));
      }
    }
  }

  private static List<FloatTensor> run(
      NetworkRunner network, BatchPreparation batches, List<Photograph> photographs) {
    StackedLayers stacked = new StackedLayers(photographs.size());
    int done = 0;
    while (done < photographs.size() && batches.hasNext()) {
      PreparedBatch batch = batches.next();
      FloatTensor images = batch.await();
      List<FloatTensor> layers = network.run(images);
      checkFinite(network.layers(), layers, photographs, done);
      stacked.add(done, layers);
      done += Math.toIntExact(images.shape().extent(0));
    }
    return stacked.layers();
  }

  private static void checkFinite(
      List<String> names, List<FloatTensor> layers, List<Photograph> photographs, int first) {
    for (int layer = 0; layer < layers.size(); layer++) {
      FloatTensor activations = layers.get(layer);
      int each = activations.values().length / (int) activations.shape().extent(0);
      for (int i = 0; i < activations.values().length; i++) {
        if (!Float.isFinite(activations.values()[i])) {
          throw new InputException(
              String.format(
                  "layer %s gives %s for %s; check the network's weights and normalisation",
                  names.get(layer),
                  activations.values()[i],
                  photographs.get(first + i / each).name()));
        }
      }
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "photograph-decoder");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
