package io.chiasm.local.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The objects of one overlay of {@code deploy/kubernetes}. */
public record RenderedOverlay(List<JsonNode> objects) {
  private static final Path FOLDER = Path.of("../kubernetes/rendered");

  public static RenderedOverlay named(String name) throws IOException {
    List<JsonNode> found = new ArrayList<>();
    String text = Files.readString(FOLDER.resolve(name + ".yaml"));
    for (Object each : new Load(LoadSettings.builder().build()).loadAllFromString(text)) {
      found.add(new ObjectMapper().valueToTree(each));
    }
    return new RenderedOverlay(List.copyOf(found));
  }

  public Stream<JsonNode> all(String kind) {
    return objects.stream().filter(each -> each.path("kind").asText().equals(kind));
  }

  public JsonNode one(String kind, String name) {
    return all(kind)
        .filter(each -> each.at("/metadata/name").asText().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
  }
}
