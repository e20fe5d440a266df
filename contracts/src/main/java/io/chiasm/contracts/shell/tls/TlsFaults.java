package io.chiasm.contracts.shell.tls;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Words for why a secured connection was not made, where the cause can be told. */
public final class TlsFaults {
  private static final int MOST_CAUSES = 20;

  private TlsFaults() {}

  /**
   * What is wrong and what to look at.
   *
   * @param authority the setting that names the authorities to trust
   */
  public static Optional<String> words(Throwable failure, String authority) {
    List<Throwable> causes =
        Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(MOST_CAUSES).toList();
    return causes.stream().flatMap(cause -> words(cause, authority, causes).stream()).findFirst();
  }

  private static Optional<String> words(Throwable cause, String authority, List<Throwable> causes) {
    String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
    if (has(causes, CertificateExpiredException.class)) {
      return Optional.of("the server's certificate has expired; renew it, and check the clock");
    }
    if (has(causes, CertificateNotYetValidException.class)) {
      return Optional.of("the server's certificate is not valid yet; check both clocks");
    }
    if (cause instanceof SSLPeerUnverifiedException
        || message.startsWith("no name matching")
        || message.startsWith("no subject alternative")) {
      return Optional.of(
          "the server's certificate is not for this host name; use the name it is for, or have one"
              + " made for this name");
    }
    if (cause instanceof CertPathBuilderException || message.contains("trust anchor")) {
      return Optional.of(
          "the server's certificate is not signed by an authority that is trusted here; name the"
              + " file of its authority with "
              + authority);
    }
    if (message.contains("signature check failed") || message.contains("path does not chain")) {
      return Optional.of(
          "the server's certificate is signed by another authority of the same name; name the file"
              + " of the right one with "
              + authority);
    }
    if (message.contains("unsupported or unrecognized ssl message")) {
      return Optional.of("the port does not speak TLS");
    }
    if (message.contains("bad_certificate") || message.contains("certificate_required")) {
      return Optional.of(
          "the server asks for a certificate of the client and was given none that it trusts");
    }
    if (message.contains("protocol_version") || message.contains("handshake_failure")) {
      return Optional.of("client and server have no TLS version or cipher in common");
    }
    return Optional.empty();
  }

  private static boolean has(List<Throwable> causes, Class<? extends Throwable> kind) {
    return causes.stream().anyMatch(kind::isInstance);
  }
}
