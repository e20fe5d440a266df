package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.shell.tls.TlsFaults;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.BootstrapResolutionException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Sorts what Kafka's clients throw by what should happen next, in words that say what to check. */
public final class BrokerFailures {
  private static final int MOST_CAUSES = 20;

  private BrokerFailures() {}

  /** The failure as one that may pass or one that will not. */
  public static RuntimeException of(Throwable failure, Brokers brokers) {
    List<Throwable> causes =
        Stream.iterate(failure, t -> t != null, Throwable::getCause).limit(MOST_CAUSES).toList();
    return causes.stream()
        .flatMap(cause -> known(cause, brokers, failure).stream())
        .findFirst()
        .orElseGet(
            () ->
                new TransientException(
                    at(brokers) + ": " + causes.get(causes.size() - 1).getMessage(), failure));
  }

  private static Optional<RuntimeException> known(
      Throwable cause, Brokers brokers, Throwable failure) {
    if (cause instanceof InputException || cause instanceof TransientException) {
      return Optional.of((RuntimeException) cause);
    }
    if (cause instanceof SslAuthenticationException) {
      return Optional.of(refused(brokers, "no secure connection, " + tls(cause), failure));
    }
    if (cause instanceof AuthenticationException) {
      return Optional.of(refused(brokers, "the login is refused: " + login(cause), failure));
    }
    if (cause instanceof AuthorizationException) {
      return Optional.of(
          refused(brokers, cause.getMessage() + "; the user lacks a right (ACL) there", failure));
    }
    if (cause instanceof UnsupportedVersionException) {
      return Optional.of(refused(brokers, "it is too old; Kafka 4.2 or later is needed", failure));
    }
    if (cause instanceof ConfigException) {
      return Optional.of(
          new InputException("a setting of Kafka's clients: " + cause.getMessage(), failure));
    }
    if (cause instanceof TimeoutException || cause instanceof BootstrapResolutionException) {
      return Optional.of(BrokerProbe.silence(brokers, failure));
    }
    return Optional.empty();
  }

  private static String tls(Throwable failure) {
    return TlsFaults.words(failure, Encryption.AUTHORITY)
        .orElseGet(
            () ->
                failure.getMessage()
                    + "; check that this port speaks TLS, the server's certificate and, if it asks"
                    + " for one, the client's");
  }

  private static String login(Throwable failure) {
    return failure.getMessage()
        + "; check CHIASM_KAFKA_USERNAME, CHIASM_KAFKA_PASSWORD and KAFKA_SASL_MECHANISM";
  }

  private static InputException refused(Brokers brokers, String words, Throwable failure) {
    return new InputException(at(brokers) + ": " + words, failure);
  }

  static String at(Brokers brokers) {
    return "broker " + brokers;
  }
}
