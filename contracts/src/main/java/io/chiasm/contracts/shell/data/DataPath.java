package io.chiasm.contracts.shell.data;

import io.chiasm.contracts.shell.bucket.BucketFileSystem;
import io.chiasm.contracts.shell.minio.MinioBuckets;
import io.chiasm.contracts.shell.minio.StoreConnection;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Paths as people write them: of this machine, or {@code s3://bucket/key}. */
public final class DataPath {
  /** As the JDK's own file system, it is the process's; nothing is connected before it is used. */
  private static final BucketFileSystem BUCKETS = system(System.getenv());

  private DataPath() {}

  /**
   * The path that a text names.
   *
   * @throws InvalidPathException if it names none
   */
  public static Path of(String text) {
    return isRemote(text) ? BUCKETS.getPath(text) : Path.of(text);
  }

  /** Whether a text names something in a bucket. */
  public static boolean isRemote(String text) {
    return BucketFileSystem.claims(text);
  }

  /** The buckets that settings lead to. */
  static BucketFileSystem system(Map<String, String> environment) {
    DataSettings settings = new DataSettings(environment);
    Retry retry =
        StoreConnection.retry(RetryPolicy.STANDARD, length -> Thread.sleep(length.toMillis()));
    return new BucketFileSystem(new MinioBuckets(settings::of, retry));
  }
}
