package io.chiasm.report.shell.comparison;

import com.fasterxml.jackson.databind.JsonNode;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.report.comparison.StudyMaps;
import io.chiasm.report.results.Condition;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.surface.MapFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder {@code surfaces/} of results: whose map a file is, its sidecar says. */
final class MapFolder implements StudyMaps {
  private static final String SIDECAR = "_desc-lateralisation_statmap.json";
  private static final String MAP = ".shape.gii";

  private final Map<List<String>, Map<Hemisphere, Path>> files = new HashMap<>();

  private MapFolder() {}

  /** No maps if there is no such folder. */
  static MapFolder of(Path folder) {
    MapFolder maps = new MapFolder();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> entries = Files.walk(folder)) {
        entries.filter(file -> file.toString().endsWith(SIDECAR)).sorted().forEach(maps::add);
      } catch (IOException e) {
        throw new InputException(folder + ": cannot be read: " + Reason.of(e), e);
      }
    }
    return maps;
  }

  private void add(Path sidecar) {
    JsonNode says;
    try {
      says = Json.read(Files.readAllBytes(sidecar), JsonNode.class, sidecar.toString());
    } catch (IOException e) {
      throw new InputException(sidecar + ": cannot be read: " + Reason.of(e), e);
    }
    String name = sidecar.getFileName().toString();
    Path map = sidecar.resolveSibling(name.substring(0, name.length() - 5) + MAP);
    for (Hemisphere hemisphere : Hemisphere.values()) {
      if (name.contains("_hemi-" + hemisphere.bids() + "_") && Files.exists(map)) {
        List<String> key =
            Stream.of("Participant", "Network", "Layer", "Split")
                .map(what -> says.path(what).asText())
                .toList();
        files.computeIfAbsent(key, k -> new EnumMap<>(Hemisphere.class)).put(hemisphere, map);
      }
    }
  }

  /**
   * @throws InputException if a file is not a map on fsaverage
   */
  @Override
  public Optional<CorticalMap> of(ParticipantId participant, Condition c) {
    List<String> key = List.of(participant.value(), c.network(), c.layer(), c.split());
    return Optional.ofNullable(files.get(key)).map(MapFile::read);
  }
}
