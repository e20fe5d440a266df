package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.health.Watch;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.access.Roles;
import io.chiasm.study.health.Pulse;
import io.chiasm.study.health.PulseChanges;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** All that the dashboard shows live: studies, topics, workers. */
@Path("/pulse")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "pipeline")
public class PulseResource {
  private static final Duration EVERY = Duration.ofSeconds(1);

  private final Watch watch;

  PulseResource(Watch watch) {
    this.watch = watch;
  }

  @GET
  @RolesAllowed(Roles.VIEWER)
  @APIResponseSchema(Pulse.class)
  @Operation(summary = "Studies, topics and workers at this moment")
  public String pulse() {
    return json(watch.pulse());
  }

  /**
   * One message per second whatever the number of tasks: all studies first, then those that
   * changed. A slow reader misses some messages and no change.
   */
  @GET
  @RolesAllowed(Roles.VIEWER)
  @Path("/events")
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @RestStreamElementType(MediaType.APPLICATION_JSON)
  @Operation(summary = "The same once per second, then what changed, as server-sent events")
  public Multi<String> events() {
    return Multi.createFrom()
        .deferred(
            () -> {
              PulseChanges changes = new PulseChanges();
              return Multi.createFrom()
                  .ticks()
                  .every(EVERY)
                  .onOverflow()
                  .drop()
                  .map(tick -> json(changes.next(watch.pulse())));
            });
  }

  private static String json(Object value) {
    return new String(Json.write(value), StandardCharsets.UTF_8);
  }
}
