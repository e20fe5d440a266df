package io.chiasm.contracts.shell.bucket;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import java.util.Iterator;
import java.util.Optional;

/** What a bucket is asked; keys have no leading slash. */
public interface Buckets {
  /** One object of this exact key, or nothing. */
  Optional<BucketEntry> stat(String bucket, String key);

  /**
   * What lies directly below a prefix, page by page, in the order of keys.
   *
   * @param prefix empty, or ending in a slash
   */
  Iterator<BucketEntry> list(String bucket, String prefix);

  /**
   * Some bytes of an object.
   *
   * @param etag the version that is read; empty for whichever there is
   * @param offset first byte, 0-based
   * @param length at least 1; fewer come back at the object's end
   * @throws MissingBytesException if there is no such object
   * @throws InputException if the object is no longer that version, or access is refused
   * @throws TransientException if the server stays away
   */
  BucketBytes read(String bucket, String key, String etag, long offset, int length)
      throws MissingBytesException;

  /** There is no such object. */
  final class MissingBytesException extends Exception {
    private static final long serialVersionUID = 1L;
  }
}
