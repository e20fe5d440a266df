package io.chiasm.local.stack;

import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.RemoveObjectArgs;
import io.minio.UploadObjectArgs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A real S3 server with a bucket of somebody's data, apart from the stack's own store. */
public final class BucketServer implements AutoCloseable {
  private final EmbeddedStore server;
  private final MinioClient client;
  private final String bucket;

  private BucketServer(EmbeddedStore server, String bucket) throws Exception {
    this.server = server;
    this.bucket = bucket;
    this.client =
        MinioClient.builder()
            .endpoint(server.endpoint().toString())
            .credentials(EmbeddedStore.accessKey(), server.secretKey())
            .build();
    client.makeBucket(MakeBucketArgs.builder().bucket(bucket).build());
  }

  public static BucketServer start(Path folder, String bucket) throws Exception {
    return new BucketServer(EmbeddedStore.start(folder), bucket);
  }

  /** Sends every file below a folder to the same name below a prefix. */
  public void upload(Path folder, String prefix) throws Exception {
    List<Path> files;
    try (Stream<Path> tree = Files.walk(folder)) {
      files = tree.filter(Files::isRegularFile).toList();
    }
    for (Path file : files) {
      put(file, prefix + "/" + folder.relativize(file));
    }
  }

  public void put(Path file, String key) throws Exception {
    client.uploadObject(
        UploadObjectArgs.builder().bucket(bucket).object(key).filename(file.toString()).build());
  }

  public void remove(String key) throws Exception {
    client.removeObject(RemoveObjectArgs.builder().bucket(bucket).object(key).build());
  }

  /** The environment that a command needs to read the data. */
  public Map<String, String> environment() {
    return Map.of(
        "CHIASM_DATA_ENDPOINT", server.endpoint().toString(),
        "CHIASM_DATA_ACCESS_KEY", EmbeddedStore.accessKey(),
        "CHIASM_DATA_SECRET_KEY", server.secretKey());
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
