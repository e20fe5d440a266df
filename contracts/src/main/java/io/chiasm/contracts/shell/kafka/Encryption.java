package io.chiasm.contracts.shell.kafka;

import static org.apache.kafka.common.config.SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_ENGINE_FACTORY_CLASS_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.tls.PemCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/** How clients encrypt (TLS): certificates from files that are read again when they change. */
final class Encryption {
  static final String AUTHORITY = "CHIASM_KAFKA_CA";
  private static final String CERTIFICATE = "CHIASM_KAFKA_CERTIFICATE";
  private static final String KEY = "CHIASM_KAFKA_KEY";

  private Encryption() {}

  static void complete(Map<String, Object> properties, BrokerSettings settings) {
    requireVerification(properties);
    settings.authority().ifPresent(file -> trust(properties, file));
    own(properties, settings);
    for (String name : List.of(SSL_TRUSTSTORE_LOCATION_CONFIG, SSL_KEYSTORE_LOCATION_CONFIG)) {
      Object location = properties.get(name);
      if (location != null && settings.authority().isEmpty()) {
        requireFile(ClientSettings.variable(name), Path.of(location.toString()));
      }
    }
    if (!properties.containsKey(SSL_ENGINE_FACTORY_CLASS_CONFIG)) {
      properties.put(SSL_ENGINE_FACTORY_CLASS_CONFIG, FreshCertificates.class.getName());
      tryOut(properties);
    }
  }

  /** Without it a stranger with any certificate of a trusted authority would be believed. */
  private static void requireVerification(Map<String, Object> properties) {
    Object algorithm = properties.get(SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG);
    if (algorithm != null && !algorithm.toString().equalsIgnoreCase("https")) {
      throw new InputException(
          ClientSettings.variable(SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG)
              + " must be https or not set: host names are always verified");
    }
  }

  private static void trust(Map<String, Object> properties, Path file) {
    if (properties.containsKey(SSL_TRUSTSTORE_LOCATION_CONFIG)) {
      throw new InputException(
          AUTHORITY
              + " and "
              + ClientSettings.variable(SSL_TRUSTSTORE_LOCATION_CONFIG)
              + " are both set: set one");
    }
    PemCertificates.trust(AUTHORITY, file);
    properties.put(SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
    properties.put(SSL_TRUSTSTORE_LOCATION_CONFIG, file.toString());
  }

  private static void own(Map<String, Object> properties, BrokerSettings settings) {
    if (settings.certificate().isPresent() != settings.key().isPresent()) {
      throw new InputException(CERTIFICATE + " and " + KEY + " go together: set both or none");
    }
    if (settings.certificate().isEmpty()) {
      return;
    }
    if (properties.containsKey(SSL_KEYSTORE_LOCATION_CONFIG)) {
      throw new InputException(
          CERTIFICATE
              + " and "
              + ClientSettings.variable(SSL_KEYSTORE_LOCATION_CONFIG)
              + " are both set: set one");
    }
    settings.certificate().ifPresent(file -> file(properties, CERTIFICATE, file));
    settings.key().ifPresent(file -> file(properties, KEY, file));
  }

  private static void file(Map<String, Object> properties, String variable, Path file) {
    requireFile(variable, file);
    properties.put(
        variable.equals(KEY) ? FreshCertificates.KEY : FreshCertificates.CERTIFICATE,
        file.toString());
  }

  private static void requireFile(String variable, Path file) {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new InputException(variable + ": the file " + file + " is missing or cannot be read");
    }
  }

  /** Wrong passwords and damaged files show here, before any client is made. */
  private static void tryOut(Map<String, Object> properties) {
    try (FreshCertificates certificates = new FreshCertificates()) {
      certificates.configure(parsed(properties));
    } catch (KafkaException e) {
      throw new InputException(
          "the files of certificates for Kafka cannot be used: "
              + reason(e)
              + "; check KAFKA_SSL_TRUSTSTORE_*, KAFKA_SSL_KEYSTORE_*, KAFKA_SSL_KEY_PASSWORD or "
              + CERTIFICATE
              + " and "
              + KEY,
          e);
    }
  }

  /** As a client hands them to what makes its connections. */
  private static Map<String, Object> parsed(Map<String, Object> properties) {
    Map<String, Object> all = new HashMap<>(properties);
    all.putAll(new AdminClientConfig(properties).values());
    return all;
  }

  private static String reason(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage());
  }
}
