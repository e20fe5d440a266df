package io.chiasm.extractor.extraction;

import io.chiasm.contracts.failure.InputException;

/**
 * How fast and with how much memory activations are extracted; no influence on their values, except
 * that a network's last bits may depend on the batch size.
 *
 * @param batch photographs per run of the network
 * @param decoders threads that decode and preprocess ahead of the network
 * @param batchesAhead batches that they may be ahead
 */
public record ExtractionSettings(int batch, int decoders, int batchesAhead) {
  /** Larger batches are no faster on a processor and cost memory. */
  public static final ExtractionSettings DEFAULT = new ExtractionSettings(8, 2, 2);

  private static final int MOST = 1024;

  public ExtractionSettings {
    check("batch", batch);
    check("decoders", decoders);
    check("batches ahead", batchesAhead);
  }

  /** The same with another batch size. */
  public ExtractionSettings withBatch(int size) {
    return new ExtractionSettings(size, decoders, batchesAhead);
  }

  private static void check(String what, int value) {
    if (value < 1 || value > MOST) {
      throw new InputException(what + " must be 1 to " + MOST + ", got " + value);
    }
  }
}
