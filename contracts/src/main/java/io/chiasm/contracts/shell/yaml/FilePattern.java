package io.chiasm.contracts.shell.yaml;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Files that match a pattern such as {@code runs/epoch-*.pth}, as in a shell. */
final class FilePattern {
  private static final int MOST = 1000;
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private final Value value;
  private final String possible;
  private final String pattern;

  /**
   * @param possible what the value may be, for messages
   */
  FilePattern(Value value, String possible) {
    this.value = value;
    this.possible = possible;
    this.pattern = value.text(possible);
  }

  /** Whether text has a wildcard. */
  static boolean isPattern(String text) {
    return WILDCARD.matcher(text).find();
  }

  /** The matching files that are wanted by their names, in natural order; at least one. */
  List<Path> files(Locations locations, Predicate<String> wanted) {
    List<Path> files =
        matching(locations).stream()
            .filter(Files::isRegularFile)
            .filter(file -> wanted.test(file.toString()))
            .map(file -> locations.allowed(value, file))
            .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
            .toList();
    if (files.isEmpty()) {
      throw value.place().wrong("found no file that matches " + Quote.of(pattern), possible);
    }
    return files;
  }

  private List<Path> matching(Locations locations) {
    Matcher wildcard = WILDCARD.matcher(pattern);
    int end = wildcard.find() ? wildcard.start() : pattern.length();
    int name = pattern.lastIndexOf('/', end - 1) + 1;
    List<Path> found = List.of(locations.path(value, pattern.substring(0, name), possible));
    for (String segment : pattern.substring(name).split("/+", -1)) {
      found = below(found, segment);
    }
    return found;
  }

  private List<Path> below(List<Path> folders, String segment) {
    List<Path> found = new ArrayList<>();
    for (Path folder : folders) {
      if (Files.isDirectory(folder)) {
        addMatching(found, folder, segment);
      }
    }
    return found;
  }

  private void addMatching(List<Path> found, Path folder, String segment) {
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, segment)) {
      for (Path entry : entries) {
        found.add(entry);
        if (found.size() > MOST) {
          throw value
              .place()
              .wrong("found more than " + MOST + " matches of " + Quote.of(pattern), possible);
        }
      }
    } catch (PatternSyntaxException e) {
      throw value.not(possible);
    } catch (IOException | DirectoryIteratorException e) {
      throw value
          .place()
          .wrong("found a folder that cannot be listed (" + e.getMessage() + ")", possible);
    }
  }
}
