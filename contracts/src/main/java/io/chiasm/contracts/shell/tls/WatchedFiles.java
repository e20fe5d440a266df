package io.chiasm.contracts.shell.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/**
 * Whether files changed since they were last asked about. Links are followed, because a cluster
 * replaces a mounted secret by turning a link.
 */
public final class WatchedFiles {
  private final List<Path> files;
  private List<String> seen;

  public WatchedFiles(List<Path> files) {
    this.files = List.copyOf(files);
    this.seen = states();
  }

  /** Whether any file is another than at the last call, or at the beginning. */
  public synchronized boolean changed() {
    List<String> now = states();
    boolean changed = !now.equals(seen);
    seen = now;
    return changed;
  }

  private List<String> states() {
    return files.stream().map(WatchedFiles::state).toList();
  }

  private static String state(Path file) {
    try {
      var found = Files.readAttributes(file, BasicFileAttributes.class);
      return found.lastModifiedTime() + " " + found.size() + " " + found.fileKey();
    } catch (IOException e) {
      return "none";
    }
  }
}
