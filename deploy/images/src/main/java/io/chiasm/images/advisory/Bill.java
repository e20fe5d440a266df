package io.chiasm.images.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.images.ImageException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads CycloneDX documents in JSON. */
final class Bill {
  private Bill() {}

  /**
   * The jars of a document.
   *
   * @throws ImageException if it lists none
   */
  static Set<ListedJar> read(Path file) throws IOException {
    Set<String> purls = new TreeSet<>();
    JsonNode document = new ObjectMapper().readTree(file.toFile());
    document.path("components").forEach(component -> purls.add(component.path("purl").asText()));
    Set<ListedJar> jars =
        purls.stream().flatMap(purl -> ListedJar.of(purl).stream()).collect(Collectors.toSet());
    if (jars.isEmpty()) {
      throw new ImageException(file + ": lists no jars; a CycloneDX document in JSON is needed");
    }
    return jars;
  }
}
