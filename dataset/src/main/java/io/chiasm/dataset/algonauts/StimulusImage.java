package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.photograph.Orientation;
import io.chiasm.contracts.store.Digest;
import java.nio.file.Path;

/**
 * The photograph of a stimulus.
 *
 * @param file PNG or JPEG
 * @param sha256 digest of the file's bytes
 * @param orientation how the file's pixels are to be turned
 */
public record StimulusImage(
    StimulusId stimulus, Path file, Digest sha256, Orientation orientation) {}
