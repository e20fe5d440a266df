package io.chiasm.contracts.shell.kafka;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What is set about the brokers.
 *
 * @param bootstrap {@code host:port,…}; if empty, {@code bootstrap.servers} of the client settings
 * @param username name to log in with
 * @param password or client secret that goes with it; never shown
 * @param authority PEM file of the authorities to trust
 * @param certificate PEM file of this client's own certificate chain
 * @param key PEM file of the certificate's private key (PKCS #8)
 * @param client settings of Kafka's clients by their own names, such as {@code security.protocol}
 */
public record BrokerSettings(
    Optional<String> bootstrap,
    Optional<String> username,
    Optional<String> password,
    Optional<Path> authority,
    Optional<Path> certificate,
    Optional<Path> key,
    Map<String, String> client) {
  public BrokerSettings {
    client = Map.copyOf(client);
  }

  /** Brokers that are spoken to in the clear. */
  public static BrokerSettings plain(String bootstrap) {
    return of(Map.of()).at(bootstrap);
  }

  /** Nothing but settings of Kafka's own. */
  public static BrokerSettings of(Map<String, String> client) {
    return new BrokerSettings(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        client);
  }

  /** The same, for these brokers. */
  public BrokerSettings at(String brokers) {
    return new BrokerSettings(
        Optional.of(brokers), username, password, authority, certificate, key, client);
  }

  /** The same, logging in with this name. */
  public BrokerSettings as(String name, String secret) {
    return new BrokerSettings(
        bootstrap, Optional.of(name), Optional.of(secret), authority, certificate, key, client);
  }

  /** The same, trusting the authorities of this file. */
  public BrokerSettings trusting(Path file) {
    return new BrokerSettings(
        bootstrap, username, password, Optional.of(file), certificate, key, client);
  }

  /** The same, showing this certificate. */
  public BrokerSettings showing(Path chain, Path privateKey) {
    return new BrokerSettings(
        bootstrap,
        username,
        password,
        authority,
        Optional.of(chain),
        Optional.of(privateKey),
        client);
  }

  /** No values: there may be secrets among them. */
  @Override
  public String toString() {
    return "brokers " + bootstrap.orElse("") + " with settings " + client.keySet();
  }
}
