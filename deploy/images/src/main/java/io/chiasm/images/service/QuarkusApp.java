package io.chiasm.images.service;

import io.chiasm.images.ImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A built service: the folder that Quarkus leaves, and what its libraries are called elsewhere. */
public final class QuarkusApp {
  private static final String LIBRARIES = "lib/";
  private static final String LIST = "quarkus-app-dependencies.txt";

  private final Path folder;
  private final Map<String, Artifact> artifacts;

  private QuarkusApp(Path folder, Map<String, Artifact> artifacts) {
    this.folder = folder;
    this.artifacts = artifacts;
  }

  /**
   * Opens a folder.
   *
   * @throws ImageException if no service was built into it
   */
  public static QuarkusApp in(Path folder) throws IOException {
    Path list = folder.resolve(LIST);
    if (!Files.isRegularFile(list)) {
      throw new ImageException(
          folder + " holds no built service (" + LIST + " is missing): run deploy/images/build.sh");
    }
    return new QuarkusApp(
        folder,
        Files.readAllLines(list).stream()
            .filter(line -> !line.isBlank())
            .map(Artifact::parse)
            .collect(
                Collectors.toMap(Artifact::fileName, Function.identity(), (one, same) -> one)));
  }

  /** Its files, relative to it, in the order of their names. */
  public List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(Files::isRegularFile)
          .map(path -> folder.relativize(path).toString())
          .sorted()
          .toList();
    }
  }

  public Path file(String name) {
    return folder.resolve(name);
  }

  /**
   * Coordinates of a library; empty for the files that Quarkus wrote itself.
   *
   * @throws ImageException if it is a library that Quarkus did not list
   */
  public Optional<Artifact> artifact(String file) {
    if (!file.startsWith(LIBRARIES)) {
      return Optional.empty();
    }
    String name = file.substring(file.lastIndexOf('/') + 1);
    Artifact artifact = artifacts.get(name);
    if (artifact == null) {
      throw new ImageException(
          folder.resolve(file) + " is not in " + LIST + ": build the service anew");
    }
    return Optional.of(artifact);
  }
}
