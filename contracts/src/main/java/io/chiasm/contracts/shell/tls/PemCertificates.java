package io.chiasm.contracts.shell.tls;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** Certificates of a PEM file; words between them are skipped. */
public final class PemCertificates {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN CERTIFICATE-----.*?-----END CERTIFICATE-----", Pattern.DOTALL);

  private PemCertificates() {}

  /**
   * What checks a server's certificates against those in the file, and against no others.
   *
   * @param setting that names the file, for errors
   * @throws InputException if the file holds none or cannot be read
   */
  public static X509ExtendedTrustManager trust(String setting, Path file) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (Certificate certificate : read(setting, file)) {
        store.setCertificateEntry("authority-" + count++, certificate);
      }
      TrustManagerFactory factory =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      factory.init(store);
      for (TrustManager manager : factory.getTrustManagers()) {
        if (manager instanceof X509ExtendedTrustManager trust) {
          return trust;
        }
      }
      throw new IllegalStateException("this Java has no X.509 trust manager");
    } catch (GeneralSecurityException | IOException e) {
      throw new InputException(setting + ": " + file + " cannot be used: " + e.getMessage(), e);
    }
  }

  private static List<Certificate> read(String setting, Path file) throws GeneralSecurityException {
    String text;
    try {
      text = Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new InputException(setting + ": the file " + file + " cannot be read", e);
    }
    CertificateFactory factory = CertificateFactory.getInstance("X.509");
    List<Certificate> found = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      byte[] bytes = block.group().getBytes(StandardCharsets.ISO_8859_1);
      found.add(factory.generateCertificate(new ByteArrayInputStream(bytes)));
    }
    if (found.isEmpty()) {
      throw new InputException(
          setting + ": no certificate in " + file + "; it must be PEM (BEGIN CERTIFICATE)");
    }
    return found;
  }
}
