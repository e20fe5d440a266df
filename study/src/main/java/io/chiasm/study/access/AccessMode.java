package io.chiasm.study.access;

import io.chiasm.contracts.failure.InputException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the aggregator knows who asks. */
public enum AccessMode {
  /** By tokens of a file. */
  TOKENS,
  /** By an OpenID Connect provider. */
  OIDC,
  /** Not at all, as was asked for. */
  OPEN,
  /** Not at all, because only this machine reaches the port. */
  OFF;

  private static final String POSSIBLE =
      "tokens (with CHIASM_ACCESS_TOKENS), oidc (with QUARKUS_OIDC_AUTH_SERVER_URL) or open (whoever"
          + " reaches the port may do anything)";

  /** Whether callers have to say who they are. */
  public boolean asks() {
    return this == TOKENS || this == OIDC;
  }

  /** As it is written, in lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The mode that settings lead to.
   *
   * @param chosen the setting, if there is one
   * @param tokens whether a file of tokens is named
   * @param provider whether a provider is named
   * @param loopback whether only this machine reaches the port
   * @throws InputException if it is none, or lacks what it needs
   */
  public static AccessMode of(
      Optional<String> chosen, boolean tokens, boolean provider, boolean loopback) {
    AccessMode mode = chosen.map(AccessMode::named).orElseGet(() -> implied(tokens, provider));
    if (mode == OFF && !loopback) {
      throw new InputException(
          "the port can be reached from other machines, and nothing says who may do what: set"
              + " CHIASM_ACCESS to "
              + POSSIBLE);
    }
    if (mode == TOKENS && !tokens) {
      throw new InputException(
          "CHIASM_ACCESS is tokens: CHIASM_ACCESS_TOKENS must name their file");
    }
    if (mode == OIDC && !provider) {
      throw new InputException(
          "CHIASM_ACCESS is oidc: QUARKUS_OIDC_AUTH_SERVER_URL must name the provider");
    }
    return mode;
  }

  private static AccessMode named(String name) {
    return Arrays.stream(values())
        .filter(mode -> mode != OFF && mode.label().equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InputException("CHIASM_ACCESS: found '" + name + "'; possible: " + POSSIBLE));
  }

  private static AccessMode implied(boolean tokens, boolean provider) {
    if (tokens && provider) {
      throw new InputException(
          "both CHIASM_ACCESS_TOKENS and QUARKUS_OIDC_AUTH_SERVER_URL are set: choose with"
              + " CHIASM_ACCESS=tokens or oidc");
    }
    if (tokens) {
      return TOKENS;
    }
    return provider ? OIDC : OFF;
  }
}
