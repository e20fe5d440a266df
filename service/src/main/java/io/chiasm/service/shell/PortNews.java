package io.chiasm.service.shell;

import io.chiasm.contracts.shell.service.PortFile;
import io.chiasm.contracts.shell.service.ServiceConfig;
import io.quarkus.vertx.http.HttpServer;
import io.quarkus.vertx.http.HttpServerStart;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.ObservesAsync;
import java.time.Duration;

/** Tells the launcher that started this process, if one did, which port it listens on. */
@ApplicationScoped
class PortNews {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final ServiceConfig config;
  private final HttpServer server;

  PortNews(ServiceConfig config, HttpServer server) {
    this.config = config;
    this.server = server;
  }

  void listening(@ObservesAsync HttpServerStart event) {
    config
        .portFile()
        .ifPresent(
            file ->
                ListeningPort.of(server, PATIENCE).ifPresent(port -> PortFile.write(file, port)));
  }
}
