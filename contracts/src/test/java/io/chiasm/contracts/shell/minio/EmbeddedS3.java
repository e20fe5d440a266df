package io.chiasm.contracts.shell.minio;

import java.net.URI;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server in this process, over a folder. */
public final class EmbeddedS3 implements AutoCloseable {
  public static final String ACCESS_KEY = "chiasm";
  public static final String SECRET_KEY = "only-for-tests";

  private final S3Proxy server;
  private final int port;

  /**
   * @param port port to listen on, 0 for any free one
   */
  public EmbeddedS3(Path folder, int port) throws Exception {
    server =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, SECRET_KEY)
            .maxSinglePartObjectSize(5L << 30)
            .v4MaxNonChunkedRequestSize(256L << 20)
            .blobStore(new FilesystemNio2BlobStore(folder.toString()))
            .build();
    server.start();
    this.port = server.getPort();
  }

  public int port() {
    return port;
  }

  public StoreSettings settings(String bucket) {
    return settings(port, bucket);
  }

  static StoreSettings settings(int port, String bucket) {
    return new StoreSettings(
        URI.create("http://127.0.0.1:" + port), bucket, ACCESS_KEY, SECRET_KEY, "us-east-1");
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
