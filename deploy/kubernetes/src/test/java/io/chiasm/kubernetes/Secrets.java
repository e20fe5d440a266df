package io.chiasm.kubernetes;

import java.util.Map;
import java.util.Set;

/** Secrets that whoever installs makes, or that operators make, and the keys in them. */
final class Secrets {
  static final Map<String, Set<String>> KEYS =
      Map.of(
          "chiasm-oidc", Set.of("client-secret"),
          "chiasm-store", Set.of("access-key", "secret-key"),
          "chiasm-store-ca", Set.of("ca.crt"),
          "chiasm-access", Set.of("tokens.yaml"),
          "chiasm-scaler", Set.of("token"),
          // Strimzi's names for the authorities of a cluster and for a user.
          "chiasm-cluster-ca-cert", Set.of("ca.crt"),
          "chiasm-extractor", Set.of("password"),
          "chiasm-encoder", Set.of("password"),
          "chiasm-aggregator", Set.of("password"));

  private Secrets() {}

  static boolean has(String name, String key) {
    return KEYS.getOrDefault(name, Set.of()).contains(key);
  }
}
