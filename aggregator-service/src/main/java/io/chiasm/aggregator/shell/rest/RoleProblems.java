package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.Identities;
import io.chiasm.study.access.Caller;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** A role that does not suffice, in one line that says which would. */
class RoleProblems {
  private final SecurityIdentity identity;

  RoleProblems(SecurityIdentity identity) {
    this.identity = identity;
  }

  @ServerExceptionMapper
  Response forbidden(ForbiddenException e, ResourceInfo route) {
    return Answers.text(
        Response.Status.FORBIDDEN.getStatusCode(),
        words(
            Identities.caller(identity),
            route.getResourceMethod() == null
                ? null
                : route.getResourceMethod().getAnnotation(RolesAllowed.class)));
  }

  static String words(Caller caller, @Nullable RolesAllowed needed) {
    String has = caller.role() == null ? "has no role here" : "is " + article(caller.role());
    String needs = needed == null ? "another one" : article(needed.value()[0]);
    return caller.name() + " " + has + "; this needs " + needs;
  }

  private static String article(String role) {
    return ("aeiou".indexOf(role.charAt(0)) >= 0 ? "an " : "a ") + role;
  }
}
