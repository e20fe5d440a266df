package io.chiasm.local.sending;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.shell.data.StudyPaths.Named;
import io.chiasm.contracts.study.Study;
import io.chiasm.networks.graph.ModelReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds which files belong to a path of a study: those that the reader of it will read. */
final class Packing {
  private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");
  private static final int LONGEST_LINK = 1024;
  private static final String CEILING = "_noise_ceiling.npy";

  /** Marks a data set as made up, which the report tells. */
  private static final String TRUTH = "truth";

  private final Study study;

  Packing(Study study) {
    this.study = study;
  }

  /**
   * The files of one path that is here.
   *
   * @throws InputException if one cannot be read
   */
  Parcel pack(Named named) {
    Path path = named.path();
    Map<String, Path> files = new LinkedHashMap<>();
    try {
      if (!Files.isDirectory(path)) {
        String name = String.valueOf(path.getFileName());
        files.put(name, path);
        if (named.key().endsWith(".onnx")) {
          ModelReader.filesBeside(path).forEach(f -> files.put(f, path.resolveSibling(f)));
        }
        return new Parcel(named.key(), path, name, files);
      }
      switch (named.key()) {
        case "dataset.algonauts" -> dataset(path, files);
        case "dataset.noise_ceiling" ->
            add(path, path, files, file -> file.toString().endsWith(CEILING));
        case "surface" -> surface(path, files);
        default -> add(path, path, files, file -> true);
      }
    } catch (UncheckedIOException e) {
      throw unreadable(Objects.requireNonNull(e.getCause()));
    } catch (IOException e) {
      throw unreadable(e);
    }
    return new Parcel(named.key(), path, "", files);
  }

  private static InputException unreadable(IOException e) {
    return new InputException(Reason.withFile(e) + ": it cannot be sent", e);
  }

  private void dataset(Path root, Map<String, Path> files) throws IOException {
    List<String> wanted = study.dataset().participants();
    for (Path folder : list(root)) {
      String name = String.valueOf(folder.getFileName());
      boolean meant = wanted.isEmpty() ? name.matches("subj\\d\\d") : wanted.contains(name);
      if (Files.isDirectory(folder) && (meant || name.equals(TRUTH))) {
        add(root, folder, files, file -> true);
      }
    }
    for (Path file : List.copyOf(files.values())) {
      Path target = linked(file, root);
      if (target != null) {
        files.put(name(root, target), target);
      }
    }
  }

  /** What a link kept as text leads to within the data set; null if the file is none. */
  private static @Nullable Path linked(Path file, Path root) throws IOException {
    if (Files.size(file) > LONGEST_LINK) {
      return null;
    }
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    try {
      Path target = text.startsWith("../") ? file.resolveSibling(text.strip()).normalize() : file;
      return target.startsWith(root) && Files.isRegularFile(target) ? target : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static void surface(Path folder, Map<String, Path> files) throws IOException {
    Path inner = folder.resolve("surf");
    for (Path file : list(Files.isDirectory(inner) ? inner : folder)) {
      if (Files.isRegularFile(file) && meant(file)) {
        files.put(name(folder, file), file);
      }
    }
  }

  private static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }

  private static void add(Path root, Path folder, Map<String, Path> files, Predicate<Path> wanted)
      throws IOException {
    try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      for (Path file : found.sorted().toList()) {
        if (Files.isDirectory(file) || hidden(root, file) || !wanted.test(file)) {
          continue;
        }
        if (!Files.isRegularFile(file)) {
          throw new InputException(file + ": no file, or a link that leads nowhere");
        }
        files.put(name(root, file), file);
      }
    }
  }

  private static boolean hidden(Path root, Path file) {
    for (Path name : root.relativize(file)) {
      if (!meant(name)) {
        return true;
      }
    }
    return false;
  }

  private static boolean meant(Path file) {
    String name = String.valueOf(file.getFileName());
    return !name.startsWith(".") && !LITTER.contains(name);
  }

  private static String name(Path root, Path file) {
    return root.relativize(file).toString().replace('\\', '/');
  }
}
