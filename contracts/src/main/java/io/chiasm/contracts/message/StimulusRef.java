package io.chiasm.contracts.message;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;

/**
 * A stimulus and its photograph in the store.
 *
 * @param image key of the image file's bytes
 * @param sha256 digest of those bytes
 */
public record StimulusRef(StimulusId stimulus, ObjectKey image, Digest sha256) {}
