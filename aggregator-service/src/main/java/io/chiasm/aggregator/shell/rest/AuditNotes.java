package io.chiasm.aggregator.shell.rest;

import io.chiasm.aggregator.shell.access.AuditLog;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/**
 * Tells the audit log which route a request took: after the answer, so that refusals have one too.
 */
class AuditNotes {
  @ServerResponseFilter
  void note(ContainerRequestContext request, ResourceInfo info, RoutingContext connection) {
    if (info.getResourceMethod() != null) {
      AuditLog.note(
          connection,
          template(info.getResourceClass(), info.getResourceMethod()),
          request.getUriInfo().getPathParameters().getFirst("study"));
    }
  }

  static String template(Class<?> resource, Method method) {
    String whole =
        part(resource.getAnnotation(Path.class)) + part(method.getAnnotation(Path.class));
    return whole.isEmpty() ? "/" : whole.replaceAll(":[^}]*}", "}");
  }

  private static String part(@Nullable Path path) {
    String text = path == null ? "" : path.value();
    return text.isEmpty() || text.startsWith("/") ? text : "/" + text;
  }
}
