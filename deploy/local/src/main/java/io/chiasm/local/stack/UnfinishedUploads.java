package io.chiasm.local.stack;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Files that hold an object while it comes: a key with a random end, renamed when all is there, and
 * parts of large ones. A store that is killed leaves them, and no listing or collection knows them.
 */
final class UnfinishedUploads {
  private static final String PART = ".mpus-";

  /** Of a file's own name; a folder may be named after anything. */
  private static final Pattern COMING =
      Pattern.compile("(.*/)?[^/]+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private UnfinishedUploads() {}

  /** Whether the file of this key holds no object. */
  static boolean hold(String key) {
    return key.startsWith(PART) || COMING.matcher(key).matches();
  }

  /**
   * Removes in the background what was left before now, since a store may hold a million objects.
   */
  static void removeFrom(Path store) {
    FileTime now = FileTime.from(Instant.now());
    Thread sweep = new Thread(() -> remove(store, now), "unfinished-uploads");
    sweep.setDaemon(true);
    sweep.start();
  }

  /** What cannot be removed now can be at the next start. */
  static void remove(Path store, FileTime before) {
    try {
      Files.walkFileTree(store, new Sweep(store, before));
    } catch (IOException e) {
      // As with a single file: it takes room, and nothing else.
    }
  }

  private static final class Sweep extends SimpleFileVisitor<Path> {
    private final Path store;
    private final FileTime before;

    Sweep(Path store, FileTime before) {
      this.store = store;
      this.before = before;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (hold(key(file)) && attributes.lastModifiedTime().compareTo(before) < 0) {
        delete(file);
      }
      return FileVisitResult.CONTINUE;
    }

    /** Of what is not in a bucket it is empty. */
    private String key(Path file) {
      Path inStore = store.relativize(file);
      int names = inStore.getNameCount();
      return names < 2 ? "" : inStore.subpath(1, names).toString();
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path folder, IOException e) {
      // Only an empty folder goes.
      if (key(folder).startsWith(PART)) {
        delete(folder);
      }
      return FileVisitResult.CONTINUE;
    }

    private static void delete(Path file) {
      try {
        Files.delete(file);
      } catch (IOException e) {
        // It stays until the next start.
      }
    }
  }
}
