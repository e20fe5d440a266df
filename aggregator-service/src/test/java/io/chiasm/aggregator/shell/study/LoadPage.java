package io.chiasm.aggregator.shell.study;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.study.health.Pulse;
import io.chiasm.study.health.PulseChanges;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The dashboard's page with its live stream and nothing else, to look at it under load. */
final class LoadPage implements AutoCloseable {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer server;
  private final Supplier<Pulse> pulse;

  /**
   * @param port 0 for any
   */
  LoadPage(int port, Supplier<Pulse> pulse) throws IOException {
    this.pulse = pulse;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::file);
    server.createContext("/pulse/events", this::events);
    server.start();
    System.err.println("page: http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void file(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.equals("/") ? "/index.html" : path;
    try (InputStream in = LoadPage.class.getResourceAsStream("/META-INF/resources" + name)) {
      exchange.getResponseHeaders().set("Content-Type", type(name));
      exchange.sendResponseHeaders(in == null ? 404 : 200, in == null ? -1 : 0);
      if (in != null) {
        in.transferTo(exchange.getResponseBody());
      }
    } finally {
      exchange.close();
    }
  }

  private static String type(String name) {
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return switch (ending) {
      case "js" -> "text/javascript";
      case "svg" -> "image/svg+xml";
      default -> "text/" + ending;
    };
  }

  private void events(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    PulseChanges changes = new PulseChanges();
    try (var out = exchange.getResponseBody()) {
      while (true) {
        out.write("data: ".getBytes(StandardCharsets.UTF_8));
        out.write(Json.write(changes.next(pulse.get())));
        out.write("\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        Thread.sleep(1000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
