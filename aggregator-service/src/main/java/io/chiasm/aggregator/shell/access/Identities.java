package io.chiasm.aggregator.shell.access;

import io.chiasm.study.access.Caller;
import io.chiasm.study.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.util.List;
import java.util.Objects;

/** Callers as Quarkus' security knows them, and back. */
public final class Identities {
  private Identities() {}

  static SecurityIdentity of(Caller caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(Objects.requireNonNull(caller.name())))
        .addRoles(Roles.within(Objects.requireNonNull(caller.role())))
        .build();
  }

  /** Who asks; the highest role counts. */
  public static Caller caller(SecurityIdentity identity) {
    if (identity.isAnonymous()) {
      return Caller.UNKNOWN;
    }
    List<String> held = Roles.ALL.stream().filter(identity::hasRole).toList();
    return new Caller(
        identity.getPrincipal().getName(), held.isEmpty() ? null : held.get(held.size() - 1));
  }
}
