package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.preprocess.Preprocessor;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Extracts activations block by block. Every worker takes a batch of photographs all the way, from
 * bytes to activations, so that decoding overlaps the network's runs and no thread waits for
 * another. Work never runs further ahead than twice the workers' batches, so memory does not grow
 * with the number of photographs. A batch never crosses a block: a block's activations are the same
 * whoever computes it, alone or among others. Closing ends the threads.
 */
public final class Extraction implements AutoCloseable {
  private final PhotographDecoder decoder;
  private final ExtractionSettings settings;
  private final ExecutorService threads;

  public Extraction(PhotographDecoder decoder, ExtractionSettings settings) {
    this.decoder = decoder;
    this.settings = settings;
    this.threads = Executors.newFixedThreadPool(settings.workers(), Extraction::daemon);
  }

  public ExtractionSettings settings() {
    return settings;
  }

  /** As below, for activations that are stored as float32. */
  public void run(
      NetworkRunner network,
      Preprocessor preprocessor,
      List<List<Photograph>> blocks,
      BlockSink sink) {
    run(network, preprocessor, ActivationType.FLOAT32, blocks, sink);
  }

  /**
   * Runs all blocks through a network. Whatever happens, no thread uses the network afterwards.
   *
   * @param stored numbers that the activations are to be stored in; the sink gets float32
   * @param blocks photographs of each block, none empty
   * @throws InputException naming the first photograph that cannot be read, or the layer and
   *     photograph whose activations are not finite or cannot be stored so
   * @throws java.util.concurrent.CancellationException if the thread is interrupted
   */
  public void run(
      NetworkRunner network,
      Preprocessor preprocessor,
      ActivationType stored,
      List<List<Photograph>> blocks,
      BlockSink sink) {
    if (blocks.stream().anyMatch(List::isEmpty)) {
      throw new IllegalArgumentException("a block has no photographs");
    }
    BatchWork work = new BatchWork(decoder, preprocessor, network, stored);
    try (BlocksAhead ahead = new BlocksAhead(blocks, work, settings.filling(network), threads)) {
      for (int block = 0; block < blocks.size(); block++) {
        List<FloatTensor> layers = ahead.next();
        if (stored == ActivationType.FLOAT16) {
          checkScales(network.layers(), layers);
        }
        sink.accept(block, layers);
      }
    }
  }

  private static void checkScales(List<String> names, List<FloatTensor> layers) {
    for (int i = 0; i < layers.size(); i++) {
      StorableValues.checkScale(names.get(i), layers.get(i));
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "extraction");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
