package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;

/**
 * How fast and with how much memory activations are extracted; no influence on their values, except
 * that a network's last bits may depend on the batch size.
 *
 * @param batch photographs per run of the network
 * @param workers batches that are decoded and run at the same time, each by one thread
 */
public record ExtractionSettings(int batch, int workers) {
  /**
   * Four photographs' activations stay in a processor's caches; larger batches are slower and cost
   * memory.
   */
  public static final int DEFAULT_BATCH = 4;

  private static final int MOST = 1024;

  public ExtractionSettings {
    check("batch", batch);
    check("workers", workers);
  }

  /** The default batch on every processor. */
  public static ExtractionSettings ofProcessors() {
    return new ExtractionSettings(DEFAULT_BATCH, Runtime.getRuntime().availableProcessors());
  }

  /** The same with another batch size. */
  public ExtractionSettings withBatch(int size) {
    return new ExtractionSettings(size, workers);
  }

  /** The same with batches that fill whole runs of a network, so that few images are fillers. */
  public ExtractionSettings filling(NetworkRunner network) {
    int once = Math.max(1, network.imagesAtOnce());
    int runs = Math.max(1, Math.min((batch + once - 1) / once, MOST / once));
    return withBatch(runs * once);
  }

  private static void check(String what, int value) {
    if (value < 1 || value > MOST) {
      throw new InputException(what + " must be 1 to " + MOST + ", got " + value);
    }
  }
}
