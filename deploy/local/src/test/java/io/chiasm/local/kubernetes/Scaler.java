package io.chiasm.local.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks as KEDA does for a ScaledObject of the production overlay. */
public final class Scaler {
  /** The one form of a path that the overlays have. */
  private static final Pattern LOCATION =
      Pattern.compile("(\\w+)\\.#\\((\\w+)==\"([^\"]+)\"\\)\\.(\\w+)");

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final HttpRequest request;
  private final Matcher location;

  /**
   * @param name of the ScaledObject
   * @param address of the aggregator, in place of the one in the cluster
   * @param token of the secret that its login refers to
   */
  public Scaler(String name, URI address, String token) throws IOException {
    JsonNode trigger =
        RenderedOverlay.named("production").one("ScaledObject", name).at("/spec/triggers/0");
    JsonNode metadata = trigger.path("metadata");
    assertThat(trigger.path("type").asText()).isEqualTo("metrics-api");
    assertThat(metadata.path("format").asText()).isEqualTo("json");
    assertThat(metadata.path("authMode").asText()).isEqualTo("bearer");
    location = LOCATION.matcher(metadata.path("valueLocation").asText());
    assertThat(location.matches()).isTrue();
    String path = URI.create(metadata.path("url").asText()).getPath();
    request =
        HttpRequest.newBuilder(address.resolve(path))
            .header("Authorization", "Bearer " + token)
            .timeout(Duration.ofSeconds(3))
            .build();
  }

  /** The backlog; empty where KEDA takes the answer for an error. */
  public OptionalLong ask() throws InterruptedException {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        return OptionalLong.empty();
      }
      for (JsonNode each : JSON.readTree(answer.body()).path(location.group(1))) {
        if (each.path(location.group(2)).asText().equals(location.group(3))) {
          JsonNode value = each.path(location.group(4));
          return value.isNumber() ? OptionalLong.of(value.asLong()) : OptionalLong.empty();
        }
      }
      return OptionalLong.empty();
    } catch (IOException e) {
      return OptionalLong.empty();
    }
  }
}
