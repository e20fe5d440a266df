package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.health.Watch;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.Roles;
import io.chiasm.study.health.Pipeline;
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

/** The pipeline's topics. */
@Path("/topics")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "pipeline")
public class TopicResource {
  private final Watch watch;

  TopicResource(Watch watch) {
    this.watch = watch;
  }

  /** Refuses to answer with figures that are none. */
  @GET
  @RolesAllowed(Roles.VIEWER)
  @APIResponseSchema(Pipeline.class)
  @Operation(summary = "Per topic: messages, rate, lag, oldest unfinished task, consumers")
  public String topics() {
    return new String(Json.write(watch.pipeline()), StandardCharsets.UTF_8);
  }
}
