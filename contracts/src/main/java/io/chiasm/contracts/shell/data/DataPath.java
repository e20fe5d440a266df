package io.chiasm.contracts.shell.data;

import io.chiasm.contracts.shell.bucket.BucketFileSystem;
import io.chiasm.contracts.shell.bucket.BucketScheme;
import io.chiasm.contracts.shell.bucket.Buckets;
import io.chiasm.contracts.shell.minio.MinioBuckets;
import io.chiasm.contracts.shell.minio.StoreConnection;
import io.chiasm.contracts.store.Retry;
import io.chiasm.contracts.store.RetryPolicy;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Paths as people write them: of this machine, or {@code s3://bucket/key}. */
public final class DataPath {
  /** As the JDK's own file system, it is the process's; nothing is connected before it is used. */
  private static final BucketFileSystem BUCKETS = system(System.getenv());

  /** Files that were sent with studies; only the server that keeps them knows them. */
  private static final AtomicReference<@Nullable BucketFileSystem> SENT = new AtomicReference<>();

  private DataPath() {}

  /** From now on this process reads files that were sent to it, {@code upload:tree/path}. */
  public static void serve(Buckets sent) {
    SENT.set(new BucketFileSystem(BucketScheme.UPLOAD, sent));
  }

  /**
   * The path that a text names.
   *
   * @throws InvalidPathException if it names none
   */
  public static Path of(String text) {
    BucketFileSystem remote = remote(text);
    return remote == null ? Path.of(text) : remote.getPath(text);
  }

  /** Whether a text names something in a bucket, or something that was sent. */
  public static boolean isRemote(String text) {
    return remote(text) != null;
  }

  private static @Nullable BucketFileSystem remote(String text) {
    if (BucketScheme.S3.claims(text)) {
      return BUCKETS;
    }
    return BucketScheme.UPLOAD.claims(text) ? SENT.get() : null;
  }

  /** The buckets that settings lead to. */
  static BucketFileSystem system(Map<String, String> environment) {
    DataSettings settings = new DataSettings(environment);
    Retry retry = StoreConnection.retry(RetryPolicy.STANDARD);
    return new BucketFileSystem(BucketScheme.S3, new MinioBuckets(settings::of, retry));
  }
}
