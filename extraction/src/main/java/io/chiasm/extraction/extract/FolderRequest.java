package io.chiasm.extraction.extract;

import io.chiasm.contracts.study.ActivationType;
import io.chiasm.extraction.preprocess.PreprocessingRecipe;
import java.nio.file.Path;

/**
 * Activations wanted of every photograph in a folder.
 *
 * @param images folder of PNG and JPEG files
 * @param recursive whether sub-folders are walked; if not, they are refused
 * @param output folder for the result, made if missing
 * @param stored numbers that the activations are stored in
 */
public record FolderRequest(
    Path images,
    boolean recursive,
    Path output,
    LoadedNetwork network,
    PreprocessingRecipe recipe,
    ActivationType stored) {
  /** Stored as float32. */
  public FolderRequest(
      Path images,
      boolean recursive,
      Path output,
      LoadedNetwork network,
      PreprocessingRecipe recipe) {
    this(images, recursive, output, network, recipe, ActivationType.FLOAT32);
  }
}
