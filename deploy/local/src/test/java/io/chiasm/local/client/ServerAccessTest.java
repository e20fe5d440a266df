package io.chiasm.local.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerAccessTest {
  private static final URI ELSEWHERE = URI.create("http://192.0.2.7:8080");

  private final List<String> heard = new CopyOnWriteArrayList<>();
  private HttpServer http;
  private int status = 200;
  private String words = "[]";

  @BeforeEach
  void start() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/",
        exchange -> {
          heard.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          exchange.getResponseHeaders().set("Location", address().resolve("/other").toString());
          byte[] body = words.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    http.start();
  }

  @AfterEach
  void stop() {
    http.stop(0);
  }

  @Test
  void aTokenGoesAlongFromTheVariableOrItsFile(@TempDir Path folder) throws IOException {
    ask(Map.of("CHIASM_TOKEN", "t-1"));
    Path file = Files.writeString(folder.resolve("token"), "t-2\n");
    ask(Map.of("CHIASM_TOKEN_FILE", file.toString()));
    ask(Map.of());
    assertThat(heard).containsExactly("Bearer t-1", "Bearer t-2", "null");
  }

  @Test
  void refusalsSayWhatToDo() {
    status = 401;
    words = "";
    assertThatThrownBy(() -> ask(Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("the server asks for a token: set CHIASM_TOKEN or CHIASM_TOKEN_FILE");
    assertThatThrownBy(() -> ask(Map.of("CHIASM_TOKEN", "old")))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("the token is not known or has expired")
        .hasMessageNotContaining("old");
    status = 403;
    words = "bo is a viewer; this needs an operator";
    assertThatThrownBy(() -> ask(Map.of("CHIASM_TOKEN", "t")))
        .isInstanceOf(InputException.class)
        .hasMessage(words);
  }

  @Test
  void noRedirectIsFollowed() {
    status = 302;
    words = "";
    assertThatThrownBy(() -> ask(Map.of("CHIASM_TOKEN", "t")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not followed: name that with --server");
    assertThat(heard).hasSize(1);
  }

  @Test
  void aTokenIsNotSentInTheClearToAnotherMachineUnlessAskedTo() {
    assertThatThrownBy(() -> ServerAccess.to(ELSEWHERE, Map.of("CHIASM_TOKEN", "secret-word")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("use https, or set CHIASM_TOKEN_OVER_HTTP=true")
        .hasMessageNotContaining("secret-word");
    Map<String, String> trusted = Map.of("CHIASM_TOKEN", "t", "CHIASM_TOKEN_OVER_HTTP", "true");
    assertThat(ServerAccess.to(ELSEWHERE, trusted).token()).contains("t");
    URI secure = URI.create("https://192.0.2.7");
    assertThat(ServerAccess.to(secure, Map.of("CHIASM_TOKEN", "t")).token()).contains("t");
    assertThat(ServerAccess.to(ELSEWHERE, Map.of()).token()).isEmpty();
  }

  @Test
  void settingsThatAreWrongAreNamed(@TempDir Path folder) {
    assertThatThrownBy(() -> ask(Map.of("CHIASM_TOKEN", "a", "CHIASM_TOKEN_FILE", "b")))
        .hasMessage("CHIASM_TOKEN and CHIASM_TOKEN_FILE are both set: set one");
    assertThatThrownBy(() -> ask(Map.of("CHIASM_TOKEN", "a\nX-Evil: 1")))
        .isInstanceOf(InputException.class)
        .hasMessage("CHIASM_TOKEN: a token is one word, as 'chiasm token' prints it");
    String none = folder.resolve("none.pem").toString();
    assertThatThrownBy(() -> ask(Map.of("CHIASM_SERVER_CA", none)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("CHIASM_SERVER_CA: the file " + none + " cannot be read");
  }

  private void ask(Map<String, String> environment) {
    new AggregatorClient(address(), ServerAccess.to(address(), environment)).list();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:" + http.getAddress().getPort());
  }
}
