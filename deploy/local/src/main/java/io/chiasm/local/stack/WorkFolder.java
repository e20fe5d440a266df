package io.chiasm.local.stack;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folder of one embedded stack, held by one process at a time. */
final class WorkFolder implements AutoCloseable {
  /** Below this the broker would end mid-write; better to stop first. */
  static final long LEAST_SPACE = 256L << 20;

  private final Path folder;
  private final FileChannel lock;

  private WorkFolder(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /**
   * Takes the folder.
   *
   * @throws InputException if it cannot be written or another process holds it
   */
  static WorkFolder take(Path folder) {
    try {
      Files.createDirectories(folder.resolve("logs"));
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new InputException(
            "another chiasm works in " + folder + ": wait for it, or name another --work folder");
      }
      // The store refuses a folder with '..' in its name, and every path below it.
      WorkFolder taken = new WorkFolder(folder.toRealPath(), channel);
      taken.requireSpace();
      renew(taken.temporary());
      renew(taken.ports());
      // Tasks are planned anew from the store, so the last run's queues are of no use.
      deleteAll(taken.broker());
      return taken;
    } catch (IOException e) {
      throw new InputException("cannot work in " + folder + ": " + e, e);
    }
  }

  Path broker() {
    return folder.resolve("broker");
  }

  Path store() {
    return folder.resolve("store");
  }

  Path logs() {
    return folder.resolve("logs");
  }

  /** What services unpack and set aside; nothing in it is kept. */
  Path temporary() {
    return folder.resolve("tmp");
  }

  /** Where services tell their ports. */
  Path ports() {
    return folder.resolve("ports");
  }

  /** Settings for further workers; it holds the store's secret, so only its owner may read it. */
  Path workerSettings() {
    return folder.resolve("worker.env");
  }

  /** Writes the settings for further workers. */
  void tellWorkers(Map<String, String> environment) throws IOException {
    Path file = workerSettings();
    Files.deleteIfExists(file);
    if (Files.getFileStore(folder).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.write(file, environment.entrySet().stream().map(Object::toString).toList());
  }

  /**
   * Checks that there is room to go on.
   *
   * @throws InputException if the disk is nearly full
   */
  void requireSpace() {
    try {
      long free = Files.getFileStore(folder).getUsableSpace();
      if (free < LEAST_SPACE) {
        throw new InputException(
            "the disk of "
                + folder
                + " is full: "
                + (free >> 20)
                + " MiB left, "
                + (LEAST_SPACE >> 20)
                + " MiB are the least to work with. Free some space or name another --work folder,"
                + " and run again: what was done is kept");
      }
    } catch (IOException e) {
      throw new InputException("cannot work in " + folder + ": " + e, e);
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  private static void renew(Path part) throws IOException {
    discard(part);
    Files.createDirectories(part);
  }

  /** What a service that is just ending still writes may stay. */
  private static void discard(Path part) {
    try {
      deleteAll(part);
    } catch (IOException | UncheckedIOException e) {
      System.getLogger(WorkFolder.class.getName())
          .log(System.Logger.Level.WARNING, "cannot empty " + part, e);
    }
  }

  private static void deleteAll(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  @Override
  public void close() {
    discard(temporary());
    discard(ports());
    try {
      lock.close();
    } catch (IOException e) {
      throw new StackFailure("cannot release " + folder + ": " + e.getMessage());
    }
  }
}
