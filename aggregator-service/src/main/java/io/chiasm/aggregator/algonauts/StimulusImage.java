package io.chiasm.aggregator.algonauts;

import io.chiasm.contracts.brain.StimulusId;
import java.nio.file.Path;

/**
 * The photograph of a stimulus.
 *
 * @param file PNG or JPEG
 * @param sha256 hex digest of the file's bytes
 */
public record StimulusImage(StimulusId stimulus, Path file, String sha256) {}
