package io.chiasm.contracts.shell.kafka;

import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_KEY_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_TYPE_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG;

import io.chiasm.contracts.shell.tls.WatchedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.auth.SslEngineFactory;
import org.apache.kafka.common.security.ssl.DefaultSslEngineFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own TLS, with certificates as their files are at each new connection: a client reads them
 * but once by itself. If new files cannot be read, the former certificates stay. Named to clients
 * by its class name, so it is public and made by them.
 */
public final class FreshCertificates implements SslEngineFactory {
  /** Files of the client's certificate chain and key, which need not be one file. */
  static final String CERTIFICATE = "chiasm.certificate";

  static final String KEY = "chiasm.key";

  private static final Logger LOG = LoggerFactory.getLogger(FreshCertificates.class);

  private Map<String, Object> settings = Map.of();
  private @Nullable WatchedFiles watched;
  private DefaultSslEngineFactory current = new DefaultSslEngineFactory();

  @Override
  public synchronized void configure(Map<String, ?> configs) {
    settings = new HashMap<>(configs);
    watched =
        new WatchedFiles(
            Stream.of(
                    SSL_TRUSTSTORE_LOCATION_CONFIG, SSL_KEYSTORE_LOCATION_CONFIG, CERTIFICATE, KEY)
                .map(settings::get)
                .filter(Objects::nonNull)
                .map(file -> Path.of(file.toString()))
                .toList());
    current = read();
  }

  private DefaultSslEngineFactory read() {
    Map<String, Object> all = new HashMap<>(settings);
    if (all.containsKey(CERTIFICATE)) {
      all.put(SSL_KEYSTORE_TYPE_CONFIG, "PEM");
      all.put(SSL_KEYSTORE_CERTIFICATE_CHAIN_CONFIG, text(CERTIFICATE));
      all.put(SSL_KEYSTORE_KEY_CONFIG, text(KEY));
    }
    DefaultSslEngineFactory made = new DefaultSslEngineFactory();
    made.configure(all);
    return made;
  }

  private Password text(String setting) {
    String file = String.valueOf(settings.get(setting));
    try {
      return new Password(Files.readString(Path.of(file)));
    } catch (IOException e) {
      throw new KafkaException("cannot read " + file, e);
    }
  }

  private synchronized DefaultSslEngineFactory current() {
    if (watched != null && watched.changed()) {
      try {
        current = read();
        LOG.info("certificates for Kafka read again");
      } catch (KafkaException e) {
        LOG.warn("the former certificates for Kafka stay in use: {}", e.getMessage());
      }
    }
    return current;
  }

  @Override
  public SSLEngine createClientSslEngine(String host, int port, String identification) {
    return current().createClientSslEngine(host, port, identification);
  }

  @Override
  public SSLEngine createServerSslEngine(String host, int port) {
    return current().createServerSslEngine(host, port);
  }

  @Override
  public boolean shouldBeRebuilt(Map<String, Object> next) {
    return current().shouldBeRebuilt(next);
  }

  @Override
  public Set<String> reconfigurableConfigs() {
    return current().reconfigurableConfigs();
  }

  @Override
  public @Nullable KeyStore keystore() {
    return current().keystore();
  }

  @Override
  public @Nullable KeyStore truststore() {
    return current().truststore();
  }

  @Override
  public void close() {
    current().close();
  }
}
