package io.chiasm.contracts.shell.kafka;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.SECURITY_PROTOCOL_CONFIG;
import static org.apache.kafka.common.config.SaslConfigs.SASL_JAAS_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG;
import static org.apache.kafka.common.config.SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG;

import io.chiasm.contracts.failure.InputException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.apache.kafka.common.utils.Utils;

/**
 * The brokers and how they are spoken to: the one place that every client's properties are from.
 */
public final class Brokers {
  private final String bootstrap;
  private final SecurityProtocol protocol;
  private final Map<String, Object> properties;

  private Brokers(String bootstrap, SecurityProtocol protocol, Map<String, Object> properties) {
    this.bootstrap = bootstrap;
    this.protocol = protocol;
    this.properties = Map.copyOf(properties);
  }

  /**
   * Brokers that are spoken to in the clear.
   *
   * @param bootstrap {@code host:port,…}
   */
  public static Brokers at(String bootstrap) {
    return of(BrokerSettings.plain(bootstrap));
  }

  /**
   * Brokers as set. No connection is made.
   *
   * @throws InputException naming the setting that is wrong, and what would be right
   */
  public static Brokers of(BrokerSettings settings) {
    Map<String, Object> properties = new HashMap<>(ClientSettings.known(settings.client()));
    String bootstrap =
        settings
            .bootstrap()
            .orElseGet(() -> (String) properties.getOrDefault(BOOTSTRAP_SERVERS_CONFIG, ""));
    properties.put(BOOTSTRAP_SERVERS_CONFIG, checked(bootstrap));
    SecurityProtocol protocol = protocol(properties);
    properties.put(SECURITY_PROTOCOL_CONFIG, protocol.name);
    requireUse(protocol, settings, properties);
    if (isEncrypted(protocol)) {
      Encryption.complete(properties, settings);
    }
    if (isLoggedIn(protocol)) {
      Login.complete(properties, settings);
    }
    requireValid(properties);
    return new Brokers(bootstrap, protocol, properties);
  }

  private static String checked(String bootstrap) {
    if (bootstrap.isBlank()) {
      throw new InputException(
          "no brokers are named: set CHIASM_KAFKA (or KAFKA_BOOTSTRAP_SERVERS) to host:port,…");
    }
    for (String broker : bootstrap.split(",", -1)) {
      Integer port = Utils.getPort(broker.strip());
      if (Utils.getHost(broker.strip()) == null || port == null || broker.contains("/")) {
        throw new InputException(
            "brokers '" + bootstrap + "': must have the form host:port or host:port,host:port");
      }
    }
    return bootstrap;
  }

  private static SecurityProtocol protocol(Map<String, Object> properties) {
    String name = String.valueOf(properties.getOrDefault(SECURITY_PROTOCOL_CONFIG, "PLAINTEXT"));
    try {
      return SecurityProtocol.forName(name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "KAFKA_SECURITY_PROTOCOL '"
              + name
              + "': must be PLAINTEXT, SSL, SASL_PLAINTEXT or SASL_SSL",
          e);
    }
  }

  /** A password or certificate that is silently not used is a connection that is not secure. */
  private static void requireUse(
      SecurityProtocol protocol, BrokerSettings settings, Map<String, Object> properties) {
    if (!isLoggedIn(protocol)
        && (settings.username().isPresent() || properties.containsKey(SASL_JAAS_CONFIG))) {
      throw new InputException(
          "a login for Kafka is set, but KAFKA_SECURITY_PROTOCOL is "
              + protocol
              + ": set SASL_SSL (or SASL_PLAINTEXT, without encryption)");
    }
    boolean certificates =
        settings.authority().isPresent()
            || settings.certificate().isPresent()
            || settings.key().isPresent()
            || properties.containsKey(SSL_TRUSTSTORE_LOCATION_CONFIG)
            || properties.containsKey(SSL_KEYSTORE_LOCATION_CONFIG);
    if (!isEncrypted(protocol) && certificates) {
      throw new InputException(
          "certificates for Kafka are set, but KAFKA_SECURITY_PROTOCOL is "
              + protocol
              + ": set SSL or SASL_SSL");
    }
  }

  private static void requireValid(Map<String, Object> properties) {
    try {
      new AdminClientConfig(properties);
    } catch (ConfigException e) {
      throw new InputException("a setting of Kafka's clients is wrong: " + e.getMessage(), e);
    }
  }

  private static boolean isEncrypted(SecurityProtocol protocol) {
    return protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL;
  }

  private static boolean isLoggedIn(SecurityProtocol protocol) {
    return protocol == SecurityProtocol.SASL_PLAINTEXT || protocol == SecurityProtocol.SASL_SSL;
  }

  /** {@code host:port,…} */
  public String bootstrap() {
    return bootstrap;
  }

  /** Each {@code host:port}. */
  List<String> addresses() {
    return Arrays.stream(bootstrap.split(",")).map(String::strip).toList();
  }

  boolean encrypted() {
    return isEncrypted(protocol);
  }

  boolean loggedIn() {
    return isLoggedIn(protocol);
  }

  SecurityProtocol protocol() {
    return protocol;
  }

  /** Properties of a client of any kind; secrets are among them. */
  public Map<String, Object> properties() {
    return properties;
  }

  /** The same with a client's own; its own count. */
  public Map<String, Object> properties(Map<String, ?> own) {
    Map<String, Object> all = new HashMap<>(properties);
    all.putAll(own);
    return all;
  }

  /** Everything but secrets. */
  @Override
  public String toString() {
    return bootstrap + " (" + protocol + ")";
  }
}
