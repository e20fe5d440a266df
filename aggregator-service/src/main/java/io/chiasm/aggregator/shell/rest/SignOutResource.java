package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.Access;
import io.chiasm.study.access.AccessMode;
import io.chiasm.study.access.Caller;
import io.quarkus.oidc.OidcSession;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Signs out of the dashboard, and at the provider. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class SignOutResource {
  private final Access access;
  private final SecurityIdentity identity;
  private final OidcSession provider;

  SignOutResource(Access access, SecurityIdentity identity, OidcSession provider) {
    this.access = access;
    this.identity = identity;
    this.provider = provider;
  }

  @DELETE
  @PermitAll
  @APIResponseSchema(Session.class)
  @Operation(summary = "Sign out")
  public Uni<Response> signOut(@Context RoutingContext connection) {
    Response answer =
        Response.ok(Session.json(access.mode(), Caller.UNKNOWN))
            .cookie(NewSession.of("", 0, connection.request().isSSL()))
            .build();
    boolean withProvider = access.mode() == AccessMode.OIDC && !identity.isAnonymous();
    return withProvider ? provider.logout().replaceWith(answer) : Uni.createFrom().item(answer);
  }
}
