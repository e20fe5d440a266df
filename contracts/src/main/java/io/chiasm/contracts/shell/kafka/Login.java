package io.chiasm.contracts.shell.kafka;

import static org.apache.kafka.common.config.SaslConfigs.SASL_JAAS_CONFIG;
import static org.apache.kafka.common.config.SaslConfigs.SASL_LOGIN_CALLBACK_HANDLER_CLASS;
import static org.apache.kafka.common.config.SaslConfigs.SASL_MECHANISM;
import static org.apache.kafka.common.config.SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID;
import static org.apache.kafka.common.config.SaslConfigs.SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET;
import static org.apache.kafka.common.config.SaslConfigs.SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL;

import io.chiasm.contracts.failure.InputException;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler;

/** How clients log in (SASL): from a name and a password, or as Kafka's own settings say. */
final class Login {
  private static final String MECHANISM = ClientSettings.variable(SASL_MECHANISM);
  private static final String MECHANISMS = "PLAIN, SCRAM-SHA-256, SCRAM-SHA-512 or OAUTHBEARER";

  /** Kafka asks no address for a token that this does not name. */
  private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

  private Login() {}

  static void complete(Map<String, Object> properties, BrokerSettings settings) {
    if (settings.username().isPresent() != settings.password().isPresent()) {
      throw new InputException(
          "CHIASM_KAFKA_USERNAME and CHIASM_KAFKA_PASSWORD (or …_FILE) go together: set both or"
              + " none");
    }
    boolean line = properties.containsKey(SASL_JAAS_CONFIG);
    if (settings.username().isPresent() && line) {
      throw new InputException(
          "CHIASM_KAFKA_USERNAME and KAFKA_SASL_JAAS_CONFIG are both set: set one");
    }
    String mechanism = String.valueOf(properties.getOrDefault(SASL_MECHANISM, ""));
    if (mechanism.isEmpty()) {
      throw new InputException(MECHANISM + " is missing: set " + MECHANISMS);
    }
    if (mechanism.equals("OAUTHBEARER")) {
      oauth(properties, settings);
    } else if (!line) {
      properties.put(SASL_JAAS_CONFIG, line(mechanism, settings.username(), settings.password()));
    }
  }

  private static String line(
      String mechanism, Optional<String> username, Optional<String> password) {
    if (username.isEmpty() || password.isEmpty()) {
      throw new InputException(
          "no one to log in as: set CHIASM_KAFKA_USERNAME and CHIASM_KAFKA_PASSWORD (or …_FILE)");
    }
    return switch (mechanism) {
      case "PLAIN" -> JaasLine.plain(username.get(), password.get());
      case "SCRAM-SHA-256", "SCRAM-SHA-512" -> JaasLine.scram(username.get(), password.get());
      default ->
          throw new InputException(
              MECHANISM
                  + "="
                  + mechanism
                  + " has no name and password: set "
                  + MECHANISMS
                  + ", or write KAFKA_SASL_JAAS_CONFIG");
    };
  }

  private static void oauth(Map<String, Object> properties, BrokerSettings settings) {
    properties.putIfAbsent(SASL_JAAS_CONFIG, JaasLine.oauth());
    properties.putIfAbsent(
        SASL_LOGIN_CALLBACK_HANDLER_CLASS, OAuthBearerLoginCallbackHandler.class.getName());
    settings
        .username()
        .ifPresent(id -> properties.put(SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_ID, id));
    settings
        .password()
        .ifPresent(
            secret -> properties.put(SASL_OAUTHBEARER_CLIENT_CREDENTIALS_CLIENT_SECRET, secret));
    Object address = properties.get(SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL);
    boolean own =
        !OAuthBearerLoginCallbackHandler.class
            .getName()
            .equals(properties.get(SASL_LOGIN_CALLBACK_HANDLER_CLASS));
    if (address != null) {
      if (System.getProperty(ALLOWED_URLS) == null) {
        System.setProperty(ALLOWED_URLS, address.toString());
      }
    } else if (!own) {
      throw new InputException(
          ClientSettings.variable(SASL_OAUTHBEARER_TOKEN_ENDPOINT_URL)
              + " is missing: OAUTHBEARER needs the address that gives tokens");
    }
  }
}
