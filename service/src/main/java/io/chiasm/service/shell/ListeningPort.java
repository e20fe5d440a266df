package io.chiasm.service.shell;

import io.quarkus.vertx.http.HttpServer;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.locks.LockSupport;

/** The port of a server that has just begun to listen. */
final class ListeningPort {
  private static final Duration GLANCE = Duration.ofMillis(10);

  private ListeningPort() {}

  /**
   * Waits for it: Quarkus tells that it listens a moment before it says where, and until then says
   * -1.
   *
   * @return the port; empty if it is not known after {@code most}
   */
  static OptionalInt of(HttpServer server, Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    int port = server.getPort();
    while (port < 1 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(GLANCE.toNanos());
      port = server.getPort();
    }
    return port < 1 ? OptionalInt.empty() : OptionalInt.of(port);
  }
}
