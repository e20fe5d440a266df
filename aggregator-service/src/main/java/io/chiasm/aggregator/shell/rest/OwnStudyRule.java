package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.Identities;
import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.study.access.Caller;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Keeps scientists from changing each other's studies. */
class OwnStudyRule {
  private final Studies studies;
  private final SecurityIdentity identity;

  OwnStudyRule(Studies studies, SecurityIdentity identity) {
    this.studies = studies;
    this.identity = identity;
  }

  @ServerRequestFilter
  @OwnStudy
  Optional<Response> refuseOthers(ContainerRequestContext request) {
    Caller caller = Identities.caller(identity);
    String study = request.getUriInfo().getPathParameters().getFirst("study");
    if (caller.mayChangeStudyOf(null) || study == null || !studies.knows(study)) {
      return Optional.empty();
    }
    String owner = studies.owner(study).orElse(null);
    return caller.mayChangeStudyOf(owner)
        ? Optional.empty()
        : Optional.of(Answers.text(Response.Status.FORBIDDEN.getStatusCode(), words(study, owner)));
  }

  private static String words(String study, @Nullable String owner) {
    String whose = owner == null ? "has no owner on record" : "was submitted by " + owner;
    return "study "
        + study
        + " "
        + whose
        + ": only "
        + (owner == null ? "" : owner + " or ")
        + "an operator may change it";
  }
}
