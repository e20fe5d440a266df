package io.chiasm.extraction.extract;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.List;

/** An opened network. Safe for several threads; closing, once none uses it, frees its memory. */
public interface NetworkRunner extends AutoCloseable {
  /** Names of the layers that {@link #run} returns, in its order. */
  List<String> layers();

  /** How many images it runs at once, fillers among them; 0 if any number. */
  default int imagesAtOnce() {
    return 0;
  }

  /**
   * Activations of every layer.
   *
   * @param images normalised, {@code [image, channel, row, column]}
   * @return per layer {@code [image, channel, row, column]}, or {@code [image, channel]} after a
   *     layer without space
   * @throws io.chiasm.contracts.failure.InputException if the network cannot run on such images or
   *     a layer is no float32 tensor of those forms
   */
  List<FloatTensor> run(FloatTensor images);

  @Override
  void close();
}
