package io.chiasm.images.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.images.ImageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** OSV's export of an ecosystem: a zip archive of one JSON file for each entry. */
public final class AdvisoryDatabase {
  private final ObjectMapper json = new ObjectMapper();
  private final Path archive;

  public AdvisoryDatabase(Path archive) {
    this.archive = archive;
  }

  /**
   * What is known of the jars that a bill of materials lists.
   *
   * @return by jar, in words
   * @throws ImageException if the bill lists no jars or the database has no entries
   */
  public Map<String, Set<String>> concerning(Path bill) throws IOException {
    Map<String, List<ListedJar>> jars =
        Bill.read(bill).stream().collect(Collectors.groupingBy(ListedJar::name));
    Map<String, Set<String>> found = new TreeMap<>();
    int entries = 0;
    try (ZipFile zip = new ZipFile(archive.toFile())) {
      for (ZipEntry file : zip.stream().filter(e -> e.getName().endsWith(".json")).toList()) {
        entries++;
        Advisory advisory = new Advisory(read(zip, file));
        advisory.packages().stream()
            .map(name -> jars.getOrDefault(name, List.of()))
            .flatMap(Collection::stream)
            .filter(jar -> !advisory.isWithdrawn() && advisory.concerns(jar))
            .forEach(jar -> note(found, jar, advisory));
      }
    }
    if (entries == 0) {
      throw new ImageException(archive + ": has no entries; OSV's export for Maven is needed");
    }
    return found;
  }

  private static void note(Map<String, Set<String>> found, ListedJar jar, Advisory advisory) {
    found.computeIfAbsent(jar.toString(), j -> new TreeSet<>()).add(advisory.words());
  }

  private JsonNode read(ZipFile zip, ZipEntry file) throws IOException {
    try (InputStream in = zip.getInputStream(file)) {
      return json.readTree(in);
    }
  }
}
