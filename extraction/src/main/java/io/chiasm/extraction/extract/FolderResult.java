package io.chiasm.extraction.extract;

import io.chiasm.contracts.tensor.Shape;
import java.nio.file.Path;
import java.util.List;

/**
 * What a folder extraction wrote.
 *
 * @param stimuli table {@code row,file,sha256} of the photographs
 * @param layers one file per layer, in the network's order
 * @param passedOver names of what is no photograph, in order
 */
public record FolderResult(Path stimuli, List<LayerFile> layers, List<String> passedOver) {
  public FolderResult {
    layers = List.copyOf(layers);
    passedOver = List.copyOf(passedOver);
  }

  /** One layer's {@code .npy} file of {@code [stimulus, channel, row, column]}. */
  public record LayerFile(String layer, Path file, Shape shape) {}
}
