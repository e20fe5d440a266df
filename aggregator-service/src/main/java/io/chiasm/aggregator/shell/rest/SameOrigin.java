package io.chiasm.aggregator.shell.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A page of another server that is open in the same browser must not submit, cancel or replay.
 * Browsers say where such a request comes from; programs say nothing and may do it.
 */
class SameOrigin {
  @ServerRequestFilter
  Optional<Response> refuseOthers(ContainerRequestContext request) {
    String origin = request.getHeaderString("Origin");
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (reads || origin == null || same(origin, request.getHeaderString(HttpHeaders.HOST))) {
      return Optional.empty();
    }
    return Optional.of(
        Response.status(Response.Status.FORBIDDEN)
            .type(MediaType.TEXT_PLAIN_TYPE.withCharset("utf-8"))
            .entity("a page of " + origin + " may not change anything here")
            .build());
  }

  static boolean same(String origin, @Nullable String host) {
    try {
      String authority = URI.create(origin).getRawAuthority();
      return authority != null && authority.equalsIgnoreCase(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
