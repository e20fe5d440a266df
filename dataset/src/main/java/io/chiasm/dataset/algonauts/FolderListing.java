package io.chiasm.dataset.algonauts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What lies in a folder, in order of name, without what operating systems leave there. */
final class FolderListing {
  private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

  private FolderListing() {}

  static List<Path> of(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(FolderListing::meant).sorted().toList();
    } catch (IOException e) {
      throw new DefectException(folder, "cannot be listed (" + e + ")", "a readable folder");
    }
  }

  static String name(Path file) {
    Path name = file.getFileName();
    return name == null ? "" : name.toString();
  }

  private static boolean meant(Path file) {
    String name = name(file);
    return !name.startsWith(".") && !LITTER.contains(name);
  }
}
