package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.health.DeadLetterOffice;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.Roles;
import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterText;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Tasks that failed for good: what, why, and again. */
@Path("/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "pipeline")
public class DeadLetterResource {
  private final DeadLetterOffice office;

  DeadLetterResource(DeadLetterOffice office) {
    this.office = office;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @APIResponseSchema(Letter[].class)
  @Operation(summary = "The newest thousand dead letters")
  public String list() {
    return json(office.letters());
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/{letter}")
  @APIResponseSchema(LetterText.class)
  @Operation(summary = "One dead letter with the event that failed")
  public String show(@PathParam("letter") String letter) {
    return json(office.show(letter));
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Path("/{letter}/replay")
  @APIResponseSchema(Letter.class)
  @Operation(summary = "Try the task again; a study that ended with it goes on")
  public String replay(@PathParam("letter") String letter) {
    return json(office.replay(letter));
  }

  @POST
  @RolesAllowed(Roles.OPERATOR)
  @Path("/{letter}/discard")
  @APIResponseSchema(Letter.class)
  @Operation(summary = "Note that nothing needs to be done")
  public String discard(@PathParam("letter") String letter) {
    return json(office.discard(letter));
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
