package io.chiasm.contracts.shell.bucket;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** A server with nothing on it. */
final class NoBuckets implements Buckets {
  @Override
  public Optional<BucketEntry> stat(String bucket, String key) {
    return Optional.empty();
  }

  @Override
  public Iterator<BucketEntry> list(String bucket, String prefix) {
    return List.<BucketEntry>of().iterator();
  }

  @Override
  public BucketBytes read(String bucket, String key, String etag, long offset, int length)
      throws MissingBytesException {
    throw new MissingBytesException();
  }
}
