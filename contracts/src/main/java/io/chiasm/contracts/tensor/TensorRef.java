package io.chiasm.contracts.tensor;

import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;

/**
 * Where a stored tensor lies and what its bytes must be; messages carry this instead of numbers.
 *
 * @param bucket bucket of the object store
 * @param key key of the {@code .npy} object
 * @param shape extents of the axes
 * @param type element type
 * @param bytes size of the object, header included
 * @param sha256 digest of the whole object, verified on read
 */
public record TensorRef(
    String bucket, ObjectKey key, Shape shape, ElementType type, long bytes, Digest sha256) {}
