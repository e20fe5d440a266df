package io.chiasm.contracts.shell.kafka;

import java.util.Locale;

/** The line that tells Kafka's clients how to log in. */
final class JaasLine {
  private static final String MODULES = "org.apache.kafka.common.security.";

  private JaasLine() {}

  static String plain(String username, String password) {
    return withPassword("plain.PlainLoginModule", username, password);
  }

  static String scram(String username, String password) {
    return withPassword("scram.ScramLoginModule", username, password);
  }

  /** The token is fetched with the client's other settings. */
  static String oauth() {
    return MODULES + "oauthbearer.OAuthBearerLoginModule required;";
  }

  private static String withPassword(String module, String username, String password) {
    return MODULES
        + module
        + " required username="
        + quoted(username)
        + " password="
        + quoted(password)
        + ";";
  }

  /** As Kafka reads it: between quotes, a backslash begins an escape and a line's end ends all. */
  private static String quoted(String value) {
    StringBuilder text = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format(Locale.ROOT, "\\%03o", (int) c));
      } else {
        text.append(c);
      }
    }
    return text.append('"').toString();
  }
}
