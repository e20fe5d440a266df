package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.results.Preliminary;
import io.chiasm.aggregator.shell.results.Previews;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.Roles;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Figures of a study that is not through: never under the address of a result. */
@Path("/studies/{study}/preliminary")
@Blocking
@Tag(name = "studies")
public class PreliminaryResource {
  private final Previews previews;

  PreliminaryResource(Previews previews) {
    this.previews = previews;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Produces(MediaType.APPLICATION_JSON)
  @APIResponseSchema(Preliminary.class)
  @Operation(summary = "Figures from the models fitted so far; none when results are there")
  public String list(@PathParam("study") String study) {
    return new String(Json.write(previews.look(study)), StandardCharsets.UTF_8);
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{figure}")
  @Produces(MediaType.WILDCARD)
  @Operation(summary = "One preliminary figure, labelled as such")
  public Response figure(@PathParam("study") String study, @PathParam("figure") String figure) {
    return Response.ok(previews.figure(study, figure), "image/svg+xml; charset=utf-8")
        .header("Content-Security-Policy", "sandbox")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }
}
