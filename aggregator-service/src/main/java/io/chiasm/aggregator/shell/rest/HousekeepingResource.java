package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.study.Housekeeping;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.Roles;
import io.chiasm.study.keeping.Age;
import io.chiasm.study.keeping.GcReport;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Room in the store. */
@Path("/gc")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "pipeline")
public class HousekeepingResource {
  private final Housekeeping housekeeping;

  HousekeepingResource(Housekeeping housekeeping) {
    this.housekeeping = housekeeping;
  }

  /** Works for about twenty seconds at most; whoever sees {@code more} asks again. */
  @POST
  @RolesAllowed(Roles.OPERATOR)
  @APIResponseSchema(GcReport.class)
  @Operation(summary = "Delete what no kept study refers to, or say what would go")
  public String collect(
      @QueryParam("older-than") @DefaultValue("30d") String olderThan,
      @QueryParam("dry-run") @DefaultValue("false") boolean dryRun) {
    var report = housekeeping.collect(Age.of(olderThan), dryRun);
    return new String(Json.write(report), StandardCharsets.UTF_8);
  }
}
