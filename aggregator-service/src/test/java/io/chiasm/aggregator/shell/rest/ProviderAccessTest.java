package io.chiasm.aggregator.shell.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** Who asks, by the word of a provider. */
@QuarkusTest
@TestProfile(ServerOfProvider.class)
class ProviderAccessTest {
  private final HttpClient http = HttpClient.newHttpClient();

  @TestHTTPResource("/")
  @SuppressWarnings("NullAway.Init") // Quarkus sets it
  URI server;

  @Test
  void theProvidersRolesCountAsSet() throws Exception {
    assertThat(session("ana/memory"))
        .isEqualTo("{\"mode\":\"oidc\",\"name\":\"ana\",\"role\":\"scientist\"}");
    assertThat(session("op/guests/lab-admins")).contains("\"role\":\"operator\"");
    assertThat(session("vi/viewer")).contains("\"role\":\"viewer\"");
    // A role that is called so by chance.
    assertThat(session("cy/operator/scientist")).contains("\"role\":null");
  }

  @Test
  void routesKeepTheirRules() throws Exception {
    assertThat(status("/studies", "Bearer " + token("vi/viewer"))).isEqualTo(200);
    assertThat(status("/studies", "Bearer " + token("cy/operator"))).isEqualTo(403);
    assertThat(status("/studies", "Bearer " + token("vi/viewer") + "x")).isEqualTo(401);
    assertThat(status("/studies", "Bearer " + ServerOfTokens.token("op"))).isEqualTo(401);
    assertThat(status("/studies", "Basic eDp4")).isEqualTo(401);
  }

  @Test
  void aPageIsSentToTheProviderAndAProgramIsNot() throws Exception {
    HttpRequest page =
        HttpRequest.newBuilder(server.resolve("/session/sign-in"))
            .header("Accept", "text/html")
            .build();
    HttpResponse<String> answer = http.send(page, BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .contains("/login?")
        .contains("client_id=chiasm")
        .contains("sign-in");
    HttpRequest program = HttpRequest.newBuilder(server.resolve("/studies")).build();
    assertThat(http.send(program, BodyHandlers.ofString()).statusCode()).isEqualTo(401);
  }

  private String session(String claim) throws Exception {
    return http.send(request("/session", "Bearer " + token(claim)), BodyHandlers.ofString()).body();
  }

  private int status(String path, String authorization) throws Exception {
    return http.send(request(path, authorization), BodyHandlers.ofString()).statusCode();
  }

  private HttpRequest request(String path, String authorization) {
    return HttpRequest.newBuilder(server.resolve(path))
        .header("Authorization", authorization)
        .build();
  }

  private String token(String claim) throws Exception {
    String provider =
        ConfigProvider.getConfig().getValue("quarkus.oidc.auth-server-url", String.class);
    HttpRequest request = HttpRequest.newBuilder(URI.create(provider + "/token?" + claim)).build();
    return http.send(request, BodyHandlers.ofString()).body();
  }
}
