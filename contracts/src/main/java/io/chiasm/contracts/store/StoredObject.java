package io.chiasm.contracts.store;

import java.time.Instant;

/**
 * An object as a listing shows it.
 *
 * @param bytes size
 * @param modified when it was put last, by the store's clock
 */
public record StoredObject(ObjectKey key, long bytes, Instant modified) {}
