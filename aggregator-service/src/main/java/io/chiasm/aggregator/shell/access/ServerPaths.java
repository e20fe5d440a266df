package io.chiasm.aggregator.shell.access;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.contracts.shell.yaml.PathRule;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Paths below some folders of this machine and of buckets, wherever links lead. What was sent along
 * with a study has a file system of its own and passes.
 */
public final class ServerPaths implements PathRule {
  private static final String SEND = "'chiasm submit' sends files along";

  private final List<Path> roots;

  /**
   * @param roots folders, and {@code s3://bucket/prefix}
   * @throws InputException if one is no such thing
   */
  public ServerPaths(List<String> roots) {
    this.roots = roots.stream().map(ServerPaths::root).toList();
  }

  private static Path root(String text) {
    try {
      Path path = DataPath.of(text).normalize();
      if (path.isAbsolute() && (!here(path) || Files.isDirectory(path))) {
        return path;
      }
    } catch (InvalidPathException e) {
      // As for any other text that is no folder.
    }
    throw new InputException(
        "CHIASM_ACCESS_ROOTS: found '"
            + text
            + "'; possible: absolute paths of existing folders and s3://bucket/prefix, between"
            + " commas");
  }

  @Override
  public Optional<Refusal> refusal(Path path) {
    boolean local = here(path);
    if (!local && !DataPath.isRemote(path.toString())) {
      return Optional.empty();
    }
    if (roots.isEmpty()) {
      return Optional.of(
          new Refusal(
              "found " + path + ", and studies may name no file of this server",
              SEND + ", or whoever runs the server allows folders with CHIASM_ACCESS_ROOTS"));
    }
    boolean within = local ? withinHere(path) : roots.stream().anyMatch(path::startsWith);
    return within
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                "found " + path + ", which is not below a folder that studies may name here",
                "below "
                    + String.join(", ", roots.stream().map(Path::toString).toList())
                    + "; "
                    + SEND));
  }

  private boolean withinHere(Path path) {
    Optional<Path> real = real(path.toAbsolutePath().normalize());
    return real.isPresent()
        && roots.stream()
            .filter(ServerPaths::here)
            .flatMap(root -> real(root).stream())
            .anyMatch(root -> real.get().startsWith(root));
  }

  /** Where links lead; of what is not there, where its nearest folder is. */
  private static Optional<Path> real(Path path) {
    for (Path known = path; known != null; known = known.getParent()) {
      if (Files.exists(known, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
        try {
          return Optional.of(known.toRealPath().resolve(known.relativize(path)).normalize());
        } catch (IOException e) {
          // A link that leads nowhere, or a folder that may not be looked into.
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }

  private static boolean here(Path path) {
    return path.getFileSystem() == FileSystems.getDefault();
  }
}
