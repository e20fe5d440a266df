package io.chiasm.local.secure;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** A real S3 server that speaks TLS alone. */
final class SecureStore implements AutoCloseable {
  static final String ACCESS_KEY = "chiasm";

  private final S3Proxy server;

  SecureStore(Path folder, MadeCertificates certificates, String name, String secret)
      throws Exception {
    this(folder, certificates, name, secret, 0);
  }

  /**
   * @param port 0 for any free one
   */
  SecureStore(Path folder, MadeCertificates certificates, String name, String secret, int port)
      throws Exception {
    server =
        S3Proxy.builder()
            .secureEndpoint(URI.create("https://127.0.0.1:" + port))
            .keyStore(certificates.store(name).toString(), MadeCertificates.PASSWORD)
            .awsAuthentication(AuthenticationType.AWS_V4, ACCESS_KEY, secret)
            .maxSinglePartObjectSize(5L << 30)
            .v4MaxNonChunkedRequestSize(256L << 20)
            .blobStore(new FilesystemNio2BlobStore(Files.createDirectories(folder).toString()))
            .build();
    server.start();
  }

  int port() {
    return server.getSecurePort();
  }

  URI endpoint() {
    return URI.create("https://localhost:" + port());
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }
}
