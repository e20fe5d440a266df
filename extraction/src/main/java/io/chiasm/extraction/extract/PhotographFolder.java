package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The photographs of a folder in order of name, by code point. What may be a photograph and cannot
 * be read is refused, since a missing row would shift all that follow; what cannot be one is passed
 * over and remembered.
 */
final class PhotographFolder {
  /** As many are named in a message. */
  private static final int NAMED = 5;

  /** Folders that systems and tools keep beside files; hidden ones are passed over too. */
  private static final Set<String> LITTER = Set.of("__MACOSX", "@eaDir", "__pycache__");

  private final Path top;
  private final boolean recursive;
  private final @Nullable Path output;
  private final List<Named> photographs = new ArrayList<>();
  private final List<String> passedOver = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  private PhotographFolder(Path top, boolean recursive, @Nullable Path output) {
    this.top = top;
    this.recursive = recursive;
    this.output = output == null ? null : output.toAbsolutePath().normalize();
  }

  /**
   * A photograph.
   *
   * @param name below the folder, with forward slashes
   */
  record Named(String name, Path file) {}

  /**
   * Lists a folder.
   *
   * @param recursive whether sub-folders are walked; if not, they are refused
   * @param output folder of results, passed over where it lies within
   * @throws InputException naming what cannot be read, or if there is no photograph
   */
  static PhotographFolder list(Path folder, boolean recursive, @Nullable Path output) {
    PhotographFolder listing = new PhotographFolder(folder, recursive, output);
    listing.walk(folder, "", List.of());
    listing.check();
    return listing;
  }

  /** In order of name. */
  List<Named> photographs() {
    return List.copyOf(photographs);
  }

  /** Names of what is no photograph, in order. */
  List<String> passedOver() {
    return List.copyOf(passedOver);
  }

  private void walk(Path folder, String prefix, List<Path> above) {
    List<Path> within = new ArrayList<>(above);
    within.add(real(folder));
    for (Path entry : entries(folder)) {
      String name = prefix + entry.getFileName();
      if (Files.isDirectory(entry)) {
        seeFolder(entry, name, within);
      } else {
        seeFile(entry, name);
      }
    }
  }

  private void seeFolder(Path folder, String name, List<Path> above) {
    String last = folder.getFileName().toString();
    if (folder.toAbsolutePath().normalize().equals(output)
        || last.startsWith(".")
        || LITTER.contains(last)) {
      passedOver.add(name + "/");
    } else if (!recursive) {
      problems.add(folder + " is a sub-folder; --recursive walks it");
    } else if (above.contains(real(folder))) {
      problems.add(folder + " leads back to a folder above it; take the link away");
    } else {
      walk(folder, name + "/", above);
    }
  }

  private void seeFile(Path file, String name) {
    FolderEntry entry = FolderEntry.of(file);
    switch (entry.kind()) {
      case PHOTOGRAPH -> photographs.add(new Named(name, file));
      case COMPANION -> passedOver.add(name);
      case PROBLEM -> problems.add(file + " " + entry.problem());
    }
  }

  private void check() {
    photographs.sort(Comparator.comparing(Named::name, PhotographFolder::byCodePoint));
    passedOver.sort(PhotographFolder::byCodePoint);
    if (!problems.isEmpty()) {
      int more = problems.size() - NAMED;
      throw new InputException(
          problems.stream()
              .sorted(PhotographFolder::byCodePoint)
              .limit(NAMED)
              .collect(
                  Collectors.joining("\n  ", "", more > 0 ? "\n  and " + more + " more" : "")));
    }
    if (photographs.isEmpty()) {
      throw new InputException("no PNG or JPEG files in " + top);
    }
  }

  private static int byCodePoint(String a, String b) {
    int[] left = a.codePoints().toArray();
    int[] right = b.codePoints().toArray();
    return Arrays.compare(left, right);
  }

  private static Path real(Path folder) {
    try {
      return folder.toRealPath();
    } catch (IOException e) {
      throw new InputException("cannot list the image folder " + folder + ": " + Reason.of(e), e);
    }
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.toList();
    } catch (IOException e) {
      throw new InputException("cannot list the image folder " + folder + ": " + Reason.of(e), e);
    }
  }
}
