package io.chiasm.aggregator.shell.rest;

import io.chiasm.contracts.access.AccessToken;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Settings of a server that knows a few tokens, and that every machine reaches. */
public class ServerOfTokens implements QuarkusTestProfile {
  static final Path FOLDER = folder();
  static final Path ROOT = FOLDER.resolve("root");

  private static Path folder() {
    // The profile is loaded twice, by two class loaders, and means the same folder.
    Path folder = Path.of("target", "server-of-tokens").toAbsolutePath();
    try {
      Files.createDirectories(folder.resolve("root"));
      Files.writeString(
          folder.resolve("tokens.yaml"),
          entry("ana", "scientist", "")
              + entry("bo", "scientist", "")
              + entry("vi", "viewer", "")
              + entry("op", "operator", "")
              + entry("old", "operator", ", expires: 2020-01-01"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folder;
  }

  /** In the tests a holder's token is made of the holder's name. */
  static String token(String name) {
    return "token-of-" + name;
  }

  private static String entry(String name, String role, String more) {
    return "- {name: %s, role: %s, sha256: \"%s\"%s}\n"
        .formatted(name, role, AccessToken.hash(token(name)), more);
  }

  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>();
    settings.put("chiasm.access.tokens", FOLDER.resolve("tokens.yaml").toString());
    settings.put("chiasm.access.roots", ROOT.toString());
    settings.put("chiasm.kafka", "127.0.0.1:9");
    settings.put("chiasm.store.endpoint", "http://127.0.0.1:9");
    settings.put("chiasm.store.access-key", "none");
    settings.put("chiasm.store.secret-key", "none");
    settings.put("quarkus.http.host", "0.0.0.0");
    settings.put("quarkus.http.test-port", "0");
    for (String channel : Set.of("activations", "encodings", "dead-letters")) {
      settings.put("mp.messaging.incoming." + channel + ".enabled", "false");
    }
    return settings;
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(AccessBeansForTests.class);
  }
}
