package io.chiasm.fuzz.reading;

import io.chiasm.contracts.shell.tls.PemCertificates;
import java.io.IOException;

/** Certificates in PEM. */
public final class CertificateReading {
  private CertificateReading() {}

  public static void file(byte[] bytes) throws IOException {
    PemCertificates.trust("certificates", Scratch.file("authorities.pem", bytes));
  }
}
