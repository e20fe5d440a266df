package io.chiasm.local.sending;

import io.chiasm.contracts.shell.bucket.BucketBytes;
import io.chiasm.contracts.shell.bucket.BucketEntry;
import io.chiasm.contracts.shell.bucket.Buckets;
import java.util.Iterator;
import java.util.Optional;

/** Makes paths of a server's files, which only the server reads. */
final class NamesOnly implements Buckets {
  @Override
  public Optional<BucketEntry> stat(String bucket, String key) {
    throw new UnsupportedOperationException(key);
  }

  @Override
  public Iterator<BucketEntry> list(String bucket, String prefix) {
    throw new UnsupportedOperationException(prefix);
  }

  @Override
  public BucketBytes read(String bucket, String key, String etag, long offset, int length) {
    throw new UnsupportedOperationException(key);
  }
}
