package io.chiasm.images.advisory;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;

/** One entry of OSV (https://ossf.github.io/osv-schema/) about packages of Maven. */
final class Advisory {
  private final JsonNode entry;

  Advisory(JsonNode entry) {
    this.entry = entry;
  }

  /** Whether it was taken back. */
  boolean isWithdrawn() {
    return entry.hasNonNull("withdrawn");
  }

  /** Names of the packages that it is about. */
  List<String> packages() {
    List<String> names = new ArrayList<>();
    entry.path("affected").forEach(affected -> names.add(name(affected)));
    return names;
  }

  /** Whether it is about this version of this package. */
  boolean concerns(ListedJar jar) {
    for (JsonNode affected : entry.path("affected")) {
      if (name(affected).equals(jar.name()) && (lists(affected, jar) || spans(affected, jar))) {
        return true;
      }
    }
    return false;
  }

  /** Id, other ids, how severe its source calls it, and what it says. */
  String words() {
    List<String> ids = new ArrayList<>(List.of(entry.path("id").asText()));
    entry.path("aliases").forEach(alias -> ids.add(alias.asText()));
    String severity = entry.path("database_specific").path("severity").asText("");
    return String.join(" ", ids)
        + (severity.isEmpty() ? "" : " (" + severity + ")")
        + ": "
        + entry.path("summary").asText("no summary");
  }

  private static String name(JsonNode affected) {
    JsonNode of = affected.path("package");
    return of.path("ecosystem").asText().equals("Maven") ? of.path("name").asText() : "";
  }

  private static boolean lists(JsonNode affected, ListedJar jar) {
    for (JsonNode version : affected.path("versions")) {
      if (version.asText().equals(jar.version())) {
        return true;
      }
    }
    return false;
  }

  private static boolean spans(JsonNode affected, ListedJar jar) {
    for (JsonNode range : affected.path("ranges")) {
      if (range.path("type").asText().equals("ECOSYSTEM") && isWithin(range, jar.version())) {
        return true;
      }
    }
    return false;
  }

  /** OSV's own rule: of the events up to the version, the last one counts. */
  private static boolean isWithin(JsonNode range, String version) {
    List<Event> events = new ArrayList<>();
    range
        .path("events")
        .forEach(
            event ->
                event
                    .fields()
                    .forEachRemaining(
                        e -> events.add(Event.of(e.getKey(), e.getValue().asText()))));
    events.sort(Comparator.comparing(Event::at));
    ComparableVersion wanted = new ComparableVersion(version);
    boolean within = false;
    for (Event event : events) {
      int order = wanted.compareTo(event.at());
      switch (event.kind()) {
        case "introduced" -> within |= event.always() || order >= 0;
        case "fixed" -> within &= order < 0;
        case "last_affected" -> within &= order <= 0;
        default -> {}
      }
    }
    return within;
  }

  /**
   * A change along the versions.
   *
   * @param always from the first version on
   */
  private record Event(String kind, ComparableVersion at, boolean always) {
    static Event of(String kind, String version) {
      return new Event(kind, new ComparableVersion(version), version.equals("0"));
    }
  }
}
