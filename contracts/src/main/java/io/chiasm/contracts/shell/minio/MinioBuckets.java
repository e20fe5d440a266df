package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.bucket.BucketBytes;
import io.chiasm.contracts.shell.bucket.BucketEntry;
import io.chiasm.contracts.shell.bucket.Buckets;
import io.chiasm.contracts.store.Retry;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.time.ZonedDateTime;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Buckets of any S3 server, read only; an outage is waited out as long as the policy allows. */
public final class MinioBuckets implements Buckets {
  private final Function<String, StoreSettings> settings;
  private final Retry retry;
  private final Map<String, Door> doors = new ConcurrentHashMap<>();

  /**
   * @param settings how a bucket of this name is reached
   */
  public MinioBuckets(Function<String, StoreSettings> settings, Retry retry) {
    this.settings = settings;
    this.retry = retry;
  }

  /** A bucket's client, and how its failures are told. */
  private record Door(MinioClient client, StoreFailures failures) {}

  private Door door(String bucket) {
    return doors.computeIfAbsent(
        bucket,
        name -> {
          StoreSettings known = settings.apply(name);
          return new Door(StoreConnections.client(known), new StoreFailures(known));
        });
  }

  private interface Request<T> {
    T send(MinioClient client) throws MinioException, IOException;
  }

  @Override
  public Optional<BucketEntry> stat(String bucket, String key) {
    return find(
            bucket,
            "stat " + key,
            client -> client.statObject(args(StatObjectArgs.builder(), bucket, key).build()))
        .map(MinioBuckets::entry);
  }

  @Override
  public Iterator<BucketEntry> list(String bucket, String prefix) {
    Iterator<Result<Item>> items =
        door(bucket)
            .client()
            .listObjects(ListObjectsArgs.builder().bucket(bucket).prefix(prefix).build())
            .iterator();
    String doing = "list s3://" + bucket + "/" + prefix;
    return new Iterator<>() {
      private @Nullable BucketEntry ahead;

      // A failure comes as an item, so only a taken item shows that there is one.
      @Override
      public boolean hasNext() {
        if (ahead == null) {
          ahead = call(bucket, doing, client -> taken(items)).orElse(null);
        }
        return ahead != null;
      }

      @Override
      public BucketEntry next() {
        BucketEntry entry = hasNext() ? ahead : null;
        ahead = null;
        if (entry == null) {
          throw new NoSuchElementException(doing);
        }
        return entry;
      }
    };
  }

  private static Optional<BucketEntry> taken(Iterator<Result<Item>> items)
      throws MinioException, IOException {
    return items.hasNext() ? Optional.of(entry(items.next().get())) : Optional.empty();
  }

  @Override
  public BucketBytes read(String bucket, String key, String etag, long offset, int length)
      throws MissingBytesException {
    String doing = "get s3://" + bucket + "/" + key;
    return find(bucket, doing, client -> part(client, bucket, key, etag, offset, length))
        .orElseThrow(MissingBytesException::new);
  }

  private static BucketBytes part(
      MinioClient client, String bucket, String key, String etag, long offset, int length)
      throws MinioException, IOException {
    GetObjectArgs.Builder asked =
        args(GetObjectArgs.builder(), bucket, key).offset(offset).length((long) length);
    if (!etag.isEmpty()) {
      asked.matchETag(etag);
    }
    try (GetObjectResponse answer = client.getObject(asked.build())) {
      byte[] bytes = answer.readNBytes(length);
      String version = unquoted(answer.headers().get("ETag"));
      return new BucketBytes(bytes, total(answer.headers().get("Content-Range"), bytes), version);
    } catch (ErrorResponseException e) {
      String code = e.errorResponse().code();
      if (code.equals("InvalidRange") && offset == 0) {
        return new BucketBytes(new byte[0], 0, etag);
      }
      if (code.equals("PreconditionFailed") || e.response().code() == 412) {
        throw new InputException(
            "s3://" + bucket + "/" + key + ": changed while it was read; let it rest and try again",
            e);
      }
      throw e;
    }
  }

  /** Size after the slash of {@code bytes 0-99/1234}; without it the answer is the whole object. */
  private static long total(@Nullable String range, byte[] bytes) {
    int slash = range == null ? -1 : range.lastIndexOf('/');
    return range == null || slash < 0 ? bytes.length : Long.parseLong(range.substring(slash + 1));
  }

  private static <B extends io.minio.ObjectArgs.Builder<B, A>, A extends io.minio.ObjectArgs>
      B args(B builder, String bucket, String key) {
    return builder.bucket(bucket).object(key);
  }

  private static BucketEntry entry(StatObjectResponse answer) {
    ZonedDateTime modified = answer.lastModified();
    return BucketEntry.object(answer.object(), answer.size(), modified.toInstant());
  }

  private static BucketEntry entry(Item item) {
    String key = item.objectName();
    return item.isDir()
        ? BucketEntry.folder(key.endsWith("/") ? key.substring(0, key.length() - 1) : key)
        : BucketEntry.object(key, item.size(), item.lastModified().toInstant());
  }

  private static String unquoted(@Nullable String etag) {
    return etag == null ? "" : etag.replace("\"", "");
  }

  private <T> T call(String bucket, String doing, Request<T> request) {
    return retry.call(
        () -> {
          Door door = door(bucket);
          try {
            return request.send(door.client());
          } catch (MinioException | IOException | RuntimeException e) {
            throw door.failures().of(e, doing);
          }
        });
  }

  private <T> Optional<T> find(String bucket, String doing, Request<T> request) {
    return retry.call(
        () -> {
          Door door = door(bucket);
          try {
            return Optional.of(request.send(door.client()));
          } catch (MinioException | IOException | RuntimeException e) {
            if (StoreFailures.isAbsent(e)) {
              return Optional.<T>empty();
            }
            throw door.failures().of(e, doing);
          }
        });
  }
}
