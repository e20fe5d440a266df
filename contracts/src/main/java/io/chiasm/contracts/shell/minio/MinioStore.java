package io.chiasm.contracts.shell.minio;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.ObjectStream;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.store.TensorStore;
import io.minio.BucketExistsArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.StatObjectArgs;
import io.minio.StatObjectResponse;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Any S3 server as the object store. The SHA-256 of an object lies in its user metadata. No feature
 * is used that only one server has.
 */
public final class MinioStore implements TensorStore, AutoCloseable {
  /** Parts are buffered whole on both sides, so they are kept small; S3 asks for 5 MiB at least. */
  private static final long PART_BYTES = 8L << 20;

  private static final long MOST_PARTS = 10_000;
  private static final String DIGEST = "sha256";

  private final StoreSettings settings;
  private final MinioClient client;
  private final String bucket;
  private final StoreFailures failures;

  private MinioStore(StoreSettings settings) {
    this.settings = settings;
    this.client = StoreConnections.client(settings);
    this.bucket = settings.bucket();
    this.failures = new StoreFailures(settings);
  }

  /**
   * Connects, and makes the bucket if it is missing.
   *
   * @throws InputException if the store refuses these settings
   * @throws io.chiasm.contracts.failure.TransientException if it is away
   */
  public static MinioStore connect(StoreSettings settings) {
    MinioStore store = at(settings);
    try {
      store.makeBucket();
      return store;
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
  }

  /**
   * The store without a word to it yet.
   *
   * @throws InputException if the settings are wrong in themselves
   */
  public static MinioStore at(StoreSettings settings) {
    return new MinioStore(settings);
  }

  @Override
  public String bucket() {
    return bucket;
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    ObjectStat stat = content.measure(key);
    call(
        "put " + key,
        () -> {
          try (InputStream in = new LocalContent(content.open(), key)) {
            return client.putObject(
                PutObjectArgs.builder().bucket(bucket).object(key.value()).stream(
                        in, stat.bytes(), partBytes(stat.bytes()))
                    .userMetadata(Map.of(DIGEST, stat.digest().value()))
                    .build());
          }
        });
    return stat;
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    String doing = "get " + key;
    GetObjectResponse body = get(key, GetObjectArgs.builder(), doing);
    return new ObjectStream(new RemoteBody(body, failures, doing), stat(key, body, doing));
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    String doing = "get bytes " + from + " to " + (from + bytes - 1) + " of " + key;
    try {
      GetObjectResponse body = get(key, GetObjectArgs.builder().offset(from).length(bytes), doing);
      return new ObjectStream(new RemoteBody(body, failures, doing), new ObjectStat(bytes, null));
    } catch (InputException e) {
      if (StoreFailures.isBeyondEnd(e)) {
        throw new DamagedObjectException(key, "size", "more than " + from, "fewer bytes");
      }
      throw e;
    }
  }

  private GetObjectResponse get(ObjectKey key, GetObjectArgs.Builder wanted, String doing) {
    GetObjectArgs object = wanted.bucket(bucket).object(key.value()).build();
    return find(doing, () -> client.getObject(object))
        .orElseThrow(() -> new MissingObjectException(key));
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return find(
            "stat " + key,
            () ->
                client.statObject(
                    StatObjectArgs.builder().bucket(bucket).object(key.value()).build()))
        .map(MinioStore::stat);
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    return call(
        "list " + prefix,
        () -> {
          List<ObjectKey> keys = new ArrayList<>();
          for (Result<Item> item :
              client.listObjects(
                  ListObjectsArgs.builder()
                      .bucket(bucket)
                      .prefix(prefix.value() + "/")
                      .recursive(true)
                      .build())) {
            ObjectKey.parse(item.get().objectName()).ifPresent(keys::add);
          }
          keys.sort(null);
          return keys;
        });
  }

  /** Objects of other software, whose names are no keys of ours, are passed over. */
  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    ListObjectsArgs.Builder wanted =
        ListObjectsArgs.builder().bucket(bucket).prefix(prefix.value() + "/").recursive(true);
    if (after != null) {
      wanted.startAfter(after.value());
    }
    return call(
        "list " + prefix,
        () -> {
          List<StoredObject> page = new ArrayList<>();
          Iterator<Result<Item>> items = client.listObjects(wanted.build()).iterator();
          while (page.size() < most && items.hasNext()) {
            Item item = items.next().get();
            ObjectKey.parse(item.objectName()).ifPresent(key -> page.add(listed(key, item)));
          }
          return page;
        });
  }

  private static StoredObject listed(ObjectKey key, Item item) {
    return new StoredObject(key, item.size(), item.lastModified().toInstant());
  }

  @Override
  public void delete(ObjectKey key) {
    call(
        "delete " + key,
        () -> {
          client.removeObject(
              RemoveObjectArgs.builder().bucket(bucket).object(key.value()).build());
          return key;
        });
  }

  /** Ends the connections. */
  @Override
  public void close() {
    try {
      client.close();
    } catch (Exception e) {
      throw new IllegalStateException("the connections to the store cannot be closed", e);
    }
  }

  private interface Request<T> {
    T send() throws MinioException, IOException;
  }

  private <T> T call(String doing, Request<T> request) {
    try {
      return request.send();
    } catch (MinioException | IOException | RuntimeException e) {
      throw failures.of(e, doing);
    }
  }

  private <T> Optional<T> find(String doing, Request<T> request) {
    try {
      return Optional.of(request.send());
    } catch (MinioException | IOException | RuntimeException e) {
      if (StoreFailures.isAbsent(e)) {
        return Optional.empty();
      }
      throw failures.of(e, doing);
    }
  }

  /**
   * Makes the bucket if it is missing.
   *
   * @throws InputException if the store refuses these settings
   * @throws io.chiasm.contracts.failure.TransientException if it is away
   */
  public void makeBucket() {
    String doing = "bucket " + bucket;
    BucketExistsArgs sought = BucketExistsArgs.builder().bucket(bucket).build();
    if (call(doing, () -> client.bucketExists(sought))) {
      return;
    }
    try {
      makeMissing();
    } catch (MinioException | RuntimeException e) {
      // Another service may have been first.
      if (!StoreFailures.isBucketPresent(e) || !call(doing, () -> client.bucketExists(sought))) {
        throw failures.of(e, doing);
      }
    }
  }

  private void makeMissing() throws MinioException {
    if (!settings.region().equals(NewBucket.UNNAMED)) {
      client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
      return;
    }
    try (NewBucket fresh = StoreConnections.newBucket(settings)) {
      fresh.make(bucket);
    }
  }

  /** From the answer's own headers: another question might meet another object. */
  private ObjectStat stat(ObjectKey key, GetObjectResponse response, String doing) {
    String bytes = response.headers().get("Content-Length");
    if (bytes == null) {
      throw refused(
          response, doing, new TransientException(doing + ": an answer without a length", null));
    }
    String digest = response.headers().get("x-amz-meta-" + DIGEST);
    Optional<Digest> known = Digest.parse(digest);
    if (digest != null && known.isEmpty()) {
      throw refused(
          response,
          doing,
          new DamagedObjectException(key, DIGEST, "64 lower-case hexadecimal digits", digest));
    }
    return new ObjectStat(Long.parseLong(bytes), known.orElse(null));
  }

  private RuntimeException refused(
      GetObjectResponse response, String doing, RuntimeException reason) {
    try {
      response.close();
      return reason;
    } catch (IOException e) {
      return failures.unreachable(e, doing);
    }
  }

  /** A digest that is none is met when the object is read. */
  private static ObjectStat stat(StatObjectResponse response) {
    String digest = response.userMetadata().getFirst(DIGEST);
    return new ObjectStat(response.size(), Digest.parse(digest).orElse(null));
  }

  private static long partBytes(long bytes) {
    return Math.max(PART_BYTES, bytes / MOST_PARTS + 1);
  }
}
