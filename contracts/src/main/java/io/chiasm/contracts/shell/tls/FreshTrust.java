package io.chiasm.contracts.shell.tls;

import io.chiasm.contracts.failure.InputException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trusts the authorities of a PEM file, as the file is at each new connection. If a new file cannot
 * be read, the former certificates stay.
 */
public final class FreshTrust extends X509ExtendedTrustManager {
  private static final Logger LOG = LoggerFactory.getLogger(FreshTrust.class);

  private final String setting;
  private final Path file;
  private final WatchedFiles watched;
  private X509ExtendedTrustManager current;

  /**
   * @param setting that names the file, for errors
   * @throws InputException if the file holds no certificate or cannot be read
   */
  public FreshTrust(String setting, Path file) {
    this.setting = setting;
    this.file = file;
    this.watched = new WatchedFiles(List.of(file));
    this.current = PemCertificates.trust(setting, file);
  }

  private synchronized X509ExtendedTrustManager current() {
    if (watched.changed()) {
      try {
        current = PemCertificates.trust(setting, file);
        LOG.info("certificates read again from {}", file);
      } catch (InputException e) {
        LOG.warn("the former certificates stay in use: {}", e.getMessage());
      }
    }
    return current;
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
    current().checkServerTrusted(chain, type);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    current().checkServerTrusted(chain, type, socket);
  }

  @Override
  public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    current().checkServerTrusted(chain, type, engine);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
    current().checkClientTrusted(chain, type);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
      throws CertificateException {
    current().checkClientTrusted(chain, type, socket);
  }

  @Override
  public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
      throws CertificateException {
    current().checkClientTrusted(chain, type, engine);
  }

  @Override
  public X509Certificate[] getAcceptedIssuers() {
    return current().getAcceptedIssuers();
  }
}
