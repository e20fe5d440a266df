package io.chiasm.extraction.extract;

import io.chiasm.extraction.preprocess.PreprocessingRecipe;
import java.nio.file.Path;

/**
 * Activations wanted of every photograph in a folder.
 *
 * @param images folder of PNG and JPEG files
 * @param recursive whether sub-folders are walked; if not, they are refused
 * @param output folder for the result, made if missing
 */
public record FolderRequest(
    Path images,
    boolean recursive,
    Path output,
    LoadedNetwork network,
    PreprocessingRecipe recipe) {}
