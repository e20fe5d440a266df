package io.chiasm.extractor.extraction;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The photographs of a folder, sorted by name. Sub-folders, hidden files and files that are no
 * images are passed over; an image format that is not read is refused, since a missing row would
 * shift all that follow.
 */
final class PhotographFolder {
  private static final Set<String> READ = Set.of("png", "jpg", "jpeg");
  private static final Set<String> OTHER =
      Set.of("bmp", "gif", "tif", "tiff", "webp", "heic", "avif", "jp2", "ppm", "pgm", "apng");

  private PhotographFolder() {}

  static List<Path> list(Path folder) {
    List<Path> photographs = new ArrayList<>();
    for (Path file : files(folder)) {
      String extension = extension(file);
      if (OTHER.contains(extension)) {
        throw new InputException(file + " is no PNG or JPEG file; convert it or take it away");
      }
      if (READ.contains(extension)) {
        photographs.add(file);
      }
    }
    if (photographs.isEmpty()) {
      throw new InputException("no PNG or JPEG files in " + folder);
    }
    return photographs;
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries
          .filter(entry -> !entry.getFileName().toString().startsWith("."))
          .filter(Files::isRegularFile)
          .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
          .toList();
    } catch (IOException e) {
      throw new InputException("cannot list the image folder " + folder + ": " + Reason.of(e), e);
    }
  }

  private static String extension(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
