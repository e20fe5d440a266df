package io.chiasm.aggregator.shell.rest;

import io.chiasm.contracts.shell.service.Connecting;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Until store and brokers have been there once, an answer says what is missing. */
class NotYetReady {
  private final Connecting connecting;

  NotYetReady(Connecting connecting) {
    this.connecting = connecting;
  }

  @ServerRequestFilter
  Optional<Response> refuse() {
    return connecting.begun()
        ? Optional.empty()
        : Optional.of(
            Response.status(Response.Status.SERVICE_UNAVAILABLE)
                .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
                .entity("not ready: " + connecting.trouble().orElse("connecting"))
                .build());
  }
}
