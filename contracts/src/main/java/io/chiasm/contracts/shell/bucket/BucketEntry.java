package io.chiasm.contracts.shell.bucket;

import java.time.Instant;

/**
 * An object, or a common beginning of keys, which serves as a folder.
 *
 * @param key of the object; of a folder, its prefix without the last slash
 * @param folder whether it is a folder
 * @param bytes size of the object; 0 for a folder
 * @param modified when the object was written; the epoch for a folder
 */
public record BucketEntry(String key, boolean folder, long bytes, Instant modified) {
  public static BucketEntry object(String key, long bytes, Instant modified) {
    return new BucketEntry(key, false, bytes, modified);
  }

  public static BucketEntry folder(String key) {
    return new BucketEntry(key, true, 0, Instant.EPOCH);
  }
}
