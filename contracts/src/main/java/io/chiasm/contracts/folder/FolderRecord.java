package io.chiasm.contracts.folder;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The hidden file that remembers which command wrote what into a folder, a line {@code command TAB
 * name} each; locked while a process writes there.
 */
final class FolderRecord implements AutoCloseable {
  static final String NAME = ".chiasm-files";

  private static final int LARGEST = 1 << 24;

  private final Path file;
  private final FileChannel channel;
  private final Map<String, Set<String>> files = new LinkedHashMap<>();

  private FolderRecord(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * @throws InputException if another process holds it
   */
  static FolderRecord lock(Path folder) throws IOException {
    Path file = folder.resolve(NAME);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      if (tryLock(channel) == null || !Files.exists(file)) {
        throw new InputException(
            "another chiasm writes to " + folder + ": wait for it, or name another folder");
      }
      FolderRecord record = new FolderRecord(file, channel);
      record.read();
      held = true;
      return record;
    } finally {
      if (!held) {
        channel.close();
      }
    }
  }

  /** A copy of the names that a command wrote, or began to. */
  Set<String> files(String command) {
    return new LinkedHashSet<>(files.getOrDefault(command, Set.of()));
  }

  /** Notes that a file is begun, so that it is known should the process be killed. */
  void add(String command, String name) throws IOException {
    channel.position(channel.size());
    append(command + '\t' + name + '\n');
  }

  /** Replaces a command's names. */
  void write(String command, Collection<String> names) throws IOException {
    files.put(command, new LinkedHashSet<>(names));
    files.values().removeIf(Set::isEmpty);
    StringBuilder text = new StringBuilder();
    files.forEach(
        (by, all) -> all.forEach(n -> text.append(by).append('\t').append(n).append('\n')));
    channel.truncate(0);
    channel.position(0);
    append(text.toString());
  }

  private void append(String text) throws IOException {
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  private void read() throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      continue;
    }
    for (String line : StandardCharsets.UTF_8.decode(bytes.flip()).toString().split("\n", -1)) {
      int tab = line.indexOf('\t');
      if (tab > 0 && isName(line.substring(tab + 1))) {
        files
            .computeIfAbsent(line.substring(0, tab), by -> new LinkedHashSet<>())
            .add(line.substring(tab + 1));
      }
    }
  }

  /** The record may have come with the folder from elsewhere. */
  private boolean isName(String text) {
    try {
      Path folder = file.resolveSibling("").normalize();
      Path named = file.resolveSibling(text).normalize();
      return named.startsWith(folder) && !named.equals(folder);
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** A folder that nothing was written to keeps no record. */
  @Override
  public void close() throws IOException {
    try (channel) {
      if (files.isEmpty()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
