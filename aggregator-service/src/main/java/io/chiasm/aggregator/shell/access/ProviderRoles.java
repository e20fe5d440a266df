package io.chiasm.aggregator.shell.access;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.study.access.AccessMode;
import io.chiasm.study.access.Roles;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The provider's names of roles as Chiasm's, each with those before it. */
@Singleton
class ProviderRoles implements SecurityIdentityAugmentor {
  private final Access access;
  private final Map<String, List<String>> names;

  ProviderRoles(Access access, AggregatorConfig config) {
    this.access = access;
    this.names =
        Map.of(
            Roles.VIEWER, config.rolesViewer().orElse(List.of(Roles.VIEWER)),
            Roles.SCIENTIST, config.rolesScientist().orElse(List.of(Roles.SCIENTIST)),
            Roles.OPERATOR, config.rolesOperator().orElse(List.of(Roles.OPERATOR)));
  }

  @Override
  public Uni<SecurityIdentity> augment(
      SecurityIdentity identity, AuthenticationRequestContext context) {
    if (access.mode() != AccessMode.OIDC || identity.isAnonymous()) {
      return Uni.createFrom().item(identity);
    }
    return Uni.createFrom()
        .item(
            // Not from the identity: its own roles may be called like Chiasm's by chance.
            QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(held(identity.getRoles()))
                .addCredentials(identity.getCredentials())
                .addAttributes(identity.getAttributes())
                .build());
  }

  private Set<String> held(Set<String> provided) {
    Set<String> held = new HashSet<>();
    names.forEach(
        (role, named) -> {
          if (named.stream().anyMatch(provided::contains)) {
            held.addAll(Roles.within(role));
          }
        });
    return held;
  }
}
