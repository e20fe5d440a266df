package io.chiasm.aggregator.shell.access;

import io.chiasm.study.access.AuditLine;
import io.chiasm.study.access.Caller;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request that changed something, or was refused to. Written around everything
 * else, so that requests which reach no resource are seen too.
 */
@ApplicationScoped
public class AuditLog {
  /** Category of the log. */
  public static final String CATEGORY = "io.chiasm.audit";

  private static final Logger LOG = LoggerFactory.getLogger(CATEGORY);
  private static final int BEFORE_LOGINS = 10_000;
  private static final int REFUSED = 300;
  private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

  private static final String ROUTE = AuditLog.class.getName() + ".route";
  private static final String CALLER = AuditLog.class.getName() + ".caller";
  private static final String STUDY = AuditLog.class.getName() + ".study";

  void around(@Observes Filters filters) {
    filters.register(
        request -> {
          if (!READING.contains(request.request().method())) {
            request.addEndHandler(ended -> write(request));
          }
          request.next();
        },
        BEFORE_LOGINS);
  }

  /** A piece of a file changes nothing yet, and there may be thousands: their list has a line. */
  private static void write(RoutingContext request) {
    boolean piece = request.request().method().equals(HttpMethod.PUT);
    if (!piece || request.response().getStatusCode() >= REFUSED) {
      LOG.info(line(request));
    }
  }

  /** Notes what a request turned out to be for. */
  public static void note(RoutingContext request, String route, @Nullable String study) {
    request.put(ROUTE, route);
    request.put(STUDY, study);
  }

  /** Notes who it turned out to be that asks. */
  public static void note(RoutingContext request, Caller caller) {
    request.put(CALLER, caller);
  }

  private static String line(RoutingContext request) {
    SocketAddress from = request.request().remoteAddress();
    return new AuditLine(
            caller(request),
            request.request().method().name(),
            request.get(ROUTE),
            request.get(STUDY),
            request.response().getStatusCode(),
            from == null ? null : from.hostAddress())
        .text();
  }

  private static Caller caller(RoutingContext request) {
    if (request.get(CALLER) instanceof Caller known) {
      return known;
    }
    return request.user() instanceof QuarkusHttpUser user
        ? Identities.caller(user.getSecurityIdentity())
        : Caller.UNKNOWN;
  }
}
