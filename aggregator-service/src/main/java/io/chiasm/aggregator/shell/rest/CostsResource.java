package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.study.KeptCosts;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.Roles;
import io.chiasm.study.estimate.MachineCosts;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What studies took. */
@Path("/costs")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "pipeline")
public class CostsResource {
  private final KeptCosts costs;

  CostsResource(KeptCosts costs) {
    this.costs = costs;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @APIResponseSchema(MachineCosts[].class)
  @Operation(summary = "By kind of machine: what the last studies took beside the built-in costs")
  public String machines() {
    return new String(Json.write(costs.machines()), StandardCharsets.UTF_8);
  }
}
