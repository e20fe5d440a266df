package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.apache.kafka.common.utils.Utils;

/**
 * Looks why brokers do not answer. Kafka's clients only time out: at a host that is not known, at a
 * closed port, and at a port that speaks TLS when they do not.
 */
final class BrokerProbe {
  private static final int PATIENCE_MILLIS = 1_500;

  private BrokerProbe() {}

  static RuntimeException silence(Brokers brokers, Throwable failure) {
    String reasons = "";
    for (String address : brokers.addresses()) {
      String host = Objects.requireNonNull(Utils.getHost(address));
      int port = Objects.requireNonNull(Utils.getPort(address));
      String reason;
      try {
        reason = look(host, port, brokers);
      } catch (InputException e) {
        return new InputException(BrokerFailures.at(brokers) + ": " + e.getMessage(), failure);
      }
      reasons += (reasons.isEmpty() ? "" : "; ") + address + " " + reason;
    }
    return new TransientException(
        "broker (" + brokers.protocol() + ") does not answer: " + reasons, failure);
  }

  private static String look(String host, int port, Brokers brokers) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getByName(host), port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      boolean tls = speaksTls(socket, host, port);
      if (tls && !brokers.encrypted()) {
        throw new InputException(
            "the port speaks TLS; set KAFKA_SECURITY_PROTOCOL to SSL or SASL_SSL");
      }
      if (!tls && brokers.encrypted()) {
        throw new InputException(
            "the port does not speak TLS; name a port that does, or set KAFKA_SECURITY_PROTOCOL to "
                + (brokers.loggedIn() ? "SASL_PLAINTEXT" : "PLAINTEXT"));
      }
      return "takes connections and says nothing; check KAFKA_SECURITY_PROTOCOL, and the addresses"
          + " that it advertises";
    } catch (UnknownHostException e) {
      return "is no known host; check the name and the name service";
    } catch (IOException e) {
      return "cannot be reached (" + e.getMessage() + ")";
    }
  }

  /** A handshake with Java's own authorities: whether they trust the server does not matter. */
  private static boolean speaksTls(Socket socket, String host, int port) {
    SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
    try (SSLSocket secured = (SSLSocket) factory.createSocket(socket, host, port, false)) {
      secured.startHandshake();
      return true;
    } catch (SSLException e) {
      return Stream.iterate((Throwable) e, t -> t != null, Throwable::getCause)
              .anyMatch(CertificateException.class::isInstance)
          || (!(e.getCause() instanceof EOFException)
              && String.valueOf(e.getMessage()).contains("alert"));
    } catch (IOException e) {
      return false;
    }
  }
}
