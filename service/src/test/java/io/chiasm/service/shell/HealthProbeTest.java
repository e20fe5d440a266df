package io.chiasm.service.shell;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URL;
import org.junit.jupiter.api.Test;

class HealthProbeTest {
  @Test
  void onlyAnAnswerOf200IsHealth() throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        asked -> {
          int code = Integer.parseInt(asked.getRequestURI().getPath().substring(1));
          asked.sendResponseHeaders(code, -1);
          asked.close();
        });
    server.start();
    try {
      assertThat(HealthProbe.answers(at(server, 200))).isTrue();
      assertThat(HealthProbe.answers(at(server, 503))).isFalse();
      assertThat(HealthProbe.answers(at(server, 302))).isFalse();
    } finally {
      server.stop(0);
    }
    assertThat(HealthProbe.answers(at(server, 200))).as("nobody listens").isFalse();
  }

  private static URL at(HttpServer server, int code) throws IOException {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + code).toURL();
  }
}
