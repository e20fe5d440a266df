package io.chiasm.local.stack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A line of a service's log, which may be set to be JSON, as it is without that setting. */
final class LoggedLine {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 20;

  private LoggedLine() {}

  static Stream<String> plain(String line) {
    if (!line.startsWith("{")) {
      return Stream.of(line);
    }
    try {
      JsonNode logged = JSON.readTree(line);
      return logged.has("level") && logged.has("message") ? plain(logged) : Stream.of(line);
    } catch (JsonProcessingException e) {
      return Stream.of(line);
    }
  }

  private static Stream<String> plain(JsonNode logged) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "- - %s [%s] (%s) %s"
            .formatted(
                logged.path("level").asText(),
                logged.path("loggerName").asText(),
                "-",
                logged.path("message").asText()));
    JsonNode cause = logged.at("/exception/causedBy/exception");
    for (int depth = 0; depth < DEEPEST && cause.isObject(); depth++) {
      lines.add(
          "Caused by: "
              + cause.path("exceptionType").asText()
              + ": "
              + cause.path("message").asText());
      cause = cause.at("/causedBy/exception");
    }
    return lines.stream();
  }
}
