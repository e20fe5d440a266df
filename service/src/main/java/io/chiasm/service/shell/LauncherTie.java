package io.chiasm.service.shell;

import io.chiasm.contracts.shell.service.ParentWatch;
import io.chiasm.contracts.shell.service.PortFile;
import io.chiasm.contracts.shell.service.ServiceConfig;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;

/** What binds this process to the launcher that started it, if one did. */
@ApplicationScoped
class LauncherTie {
  /** Before anything waits for a broker or a store, which may have ended with the launcher. */
  private static final int FIRST = 1;

  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ServiceConfig config;
  private final HttpServer server;

  LauncherTie(ServiceConfig config, HttpServer server) {
    this.config = config;
    this.server = server;
  }

  void started(@Observes @Priority(FIRST) StartupEvent event) {
    ParentWatch.start(config.parent(), Quarkus::asyncExit);
  }

  void listening(@ObservesAsync HttpServerStart event) {
    config
        .portFile()
        .ifPresent(
            file ->
                ListeningPort.of(server, PATIENCE).ifPresent(port -> PortFile.write(file, port)));
  }
}
