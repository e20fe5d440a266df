package io.chiasm.contracts.message;

import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import org.jspecify.annotations.Nullable;

/**
 * A network in the store.
 *
 * @param graph key of the ONNX bytes
 * @param sha256 digest of those bytes
 * @param untrainedSeed seed that its weights are drawn from; null for the weights it has
 */
public record NetworkRef(ObjectKey graph, Digest sha256, @Nullable Long untrainedSeed) {}
