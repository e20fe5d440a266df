package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.store.Sha256;
import io.minio.BucketExistsArgs;
import io.minio.Http;
import io.minio.MinioAsyncClient;
import io.minio.errors.MinioException;
import java.util.concurrent.CompletionException;

/**
 * Makes a bucket without a word on where it is to be. The client always names the region, and AWS
 * and servers that keep to its rules refuse us-east-1 as a name: there a bucket has none.
 */
final class NewBucket extends MinioAsyncClient {
  /** The region that must not be named. */
  static final String UNNAMED = "us-east-1";

  NewBucket(MinioAsyncClient client) {
    super(client);
  }

  /**
   * @throws MinioException if it was not made
   */
  void make(String bucket) throws MinioException {
    byte[] nothing = new byte[0];
    Http.Body body = new Http.Body(nothing, 0, null, Sha256.of(nothing).value(), null);
    try {
      executePutAsync(BucketExistsArgs.builder().bucket(bucket).build(), null, null, body)
          .join()
          .close();
    } catch (CompletionException e) {
      if (e.getCause() instanceof MinioException refused) {
        throw refused;
      }
      throw e;
    }
  }
}
