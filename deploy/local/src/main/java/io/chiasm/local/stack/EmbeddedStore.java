package io.chiasm.local.stack;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;

/** A real S3 server in this process over a folder, on a free port of the loopback address. */
final class EmbeddedStore implements AutoCloseable {
  private static final long LARGEST_PART = 5L << 30;
  private static final long LARGEST_UNCHUNKED = 256L << 20;
  private static final int SECRET_BITS = 160;

  private final S3Proxy server;
  private final String secret;

  private EmbeddedStore(S3Proxy server, String secret) {
    this.server = server;
    this.secret = secret;
  }

  /** Starts a server that keeps its objects in {@code folder}; the secret is new each time. */
  static EmbeddedStore start(Path folder) throws IOException {
    return start(folder, 0, new BigInteger(SECRET_BITS, new SecureRandom()).toString(36));
  }

  /**
   * @param port 0 for any free one
   */
  static EmbeddedStore start(Path folder, int port, String secret) throws IOException {
    Files.createDirectories(folder);
    UnfinishedUploads.removeFrom(folder);
    S3Proxy server =
        S3Proxy.builder()
            .endpoint(URI.create("http://127.0.0.1:" + port))
            .awsAuthentication(AuthenticationType.AWS_V4, accessKey(), secret)
            .maxSinglePartObjectSize(LARGEST_PART)
            .v4MaxNonChunkedRequestSize(LARGEST_UNCHUNKED)
            .blobStore(new PagedListing(folder))
            .build();
    try {
      server.start();
    } catch (Exception e) {
      // The server declares Exception.
      throw new InputException("cannot start the object store in " + folder + ": " + e, e);
    }
    return new EmbeddedStore(server, secret);
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getPort());
  }

  static String accessKey() {
    return "chiasm";
  }

  String secretKey() {
    return secret;
  }

  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      // Nothing is lost: every object is on disk already.
      Thread.currentThread().interrupt();
    }
  }
}
