package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.Access;
import io.chiasm.aggregator.shell.access.AuditLog;
import io.chiasm.aggregator.shell.access.Identities;
import io.chiasm.study.access.Caller;
import io.chiasm.study.access.Roles;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Who is signed in to the dashboard: its live streams can send a cookie and no header. */
@Path("/session")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "session")
public class SessionResource {
  /** Longer is no token. */
  private static final int LONGEST = 4096;

  private final Access access;
  private final SecurityIdentity identity;

  SessionResource(Access access, SecurityIdentity identity) {
    this.access = access;
    this.identity = identity;
  }

  @GET
  @PermitAll
  @APIResponseSchema(Session.class)
  @Operation(summary = "How callers are known, and who this one is")
  public Response who() {
    return Response.ok(Session.json(access.mode(), Identities.caller(identity)))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** The token comes back as a cookie that no script can read and no other site can have sent. */
  @POST
  @PermitAll
  @Consumes(MediaType.TEXT_PLAIN)
  @APIResponseSchema(Session.class)
  @Operation(summary = "Sign in with a token")
  public Response signIn(@Nullable String token, @Context RoutingContext connection) {
    Optional<Caller> caller =
        Optional.ofNullable(token)
            .map(String::strip)
            .filter(text -> !text.isEmpty() && text.length() <= LONGEST)
            .flatMap(access::find);
    if (caller.isEmpty()) {
      return Answers.text(
          Response.Status.UNAUTHORIZED.getStatusCode(), "the token is not known or has expired");
    }
    AuditLog.note(connection, caller.get());
    return Response.ok(Session.json(access.mode(), caller.get()))
        .cookie(
            NewSession.of(
                String.valueOf(token).strip(),
                NewCookie.DEFAULT_MAX_AGE,
                connection.request().isSSL()))
        .build();
  }

  /** A browser that opens this is sent to the provider first. */
  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/sign-in")
  @Produces(MediaType.WILDCARD)
  @APIResponse(responseCode = "303", description = "To the dashboard")
  @Operation(summary = "Sign in with the provider; leads back to the dashboard")
  public Response signInWithProvider() {
    return Response.seeOther(URI.create("/")).build();
  }
}
