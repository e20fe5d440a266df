package io.chiasm.contracts.shell.yaml;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Checkpoint files that match a pattern such as {@code runs/epoch-*.pth}. */
final class Checkpoints {
  static final String POSSIBLE =
      "a pattern of .pth or .safetensors files, such as runs/epoch-*.pth";

  /** By which a file is taken for weights; what it is its content tells. */
  private static final List<String> ENDINGS =
      List.of(".pth", ".safetensors", ".pt", ".ckpt", ".bin", ".pth.tar");

  private static final int MOST = 1000;
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  private final Value value;
  private final String pattern;

  private Checkpoints(Value value) {
    this.value = value;
    this.pattern = value.text(POSSIBLE);
  }

  /** The matching files in natural order; at least one. */
  static List<Path> matching(Value value, Locations locations) {
    Checkpoints checkpoints = new Checkpoints(value);
    List<Path> files = checkpoints.matching(locations);
    if (files.isEmpty()) {
      throw value
          .place()
          .wrong("found no file that matches " + Quote.of(checkpoints.pattern), POSSIBLE);
    }
    return files;
  }

  /** Whether a network's weights may be read from a file of this name. */
  static boolean isWeights(String file) {
    return ENDINGS.stream().anyMatch(file::endsWith);
  }

  private List<Path> matching(Locations locations) {
    Matcher wildcard = WILDCARD.matcher(pattern);
    int end = wildcard.find() ? wildcard.start() : pattern.length();
    int name = pattern.lastIndexOf('/', end - 1) + 1;
    List<Path> found = List.of(locations.path(value, pattern.substring(0, name), POSSIBLE));
    for (String segment : pattern.substring(name).split("/+", -1)) {
      found = below(found, segment);
    }
    return found.stream()
        .filter(Files::isRegularFile)
        .filter(file -> isWeights(file.toString()))
        .map(file -> locations.allowed(value, file))
        .sorted(Comparator.comparing(Path::toString, new NaturalOrder()))
        .toList();
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
              .wrong("found more than " + MOST + " matches of " + Quote.of(pattern), POSSIBLE);
        }
      }
    } catch (PatternSyntaxException e) {
      throw value.not(POSSIBLE);
    } catch (IOException | DirectoryIteratorException e) {
      throw value
          .place()
          .wrong("found a folder that cannot be listed (" + e.getMessage() + ")", POSSIBLE);
    }
  }
}
