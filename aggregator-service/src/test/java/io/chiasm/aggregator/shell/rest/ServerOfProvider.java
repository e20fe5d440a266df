package io.chiasm.aggregator.shell.rest;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Settings of a server that a provider tells who asks. */
public class ServerOfProvider implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    Map<String, String> settings = new HashMap<>(new ServerOfTokens().getConfigOverrides());
    // Tokens are set too, and do not count.
    settings.put("chiasm.access", "oidc");
    settings.put("chiasm.access.roles.operator", "lab-admins");
    settings.put("chiasm.access.roles.scientist", "vision,memory");
    settings.put("quarkus.oidc.client-id", "chiasm");
    settings.put("quarkus.oidc.credentials.secret", "a-secret-of-more-than-32-characters");
    settings.put("quarkus.oidc.token.audience", "chiasm");
    return settings;
  }

  @Override
  public Set<Class<?>> getEnabledAlternatives() {
    return Set.of(AccessBeansForTests.class);
  }

  @Override
  public List<TestResourceEntry> testResources() {
    return List.of(new TestResourceEntry(SmallProvider.class));
  }
}
