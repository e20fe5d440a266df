package io.chiasm.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.PriorityQueue;

/**
 * Keys of the objects in a bucket's folder, in ascending order. Names are read a folder at a time,
 * and only what is shown is looked at, so a page costs the names of the folders that it lies in.
 */
final class SortedKeys {
  private static final String SLASH = "/";

  private final Path bucket;
  private final String prefix;
  private final String after;

  /** Keys that may come next; those of folders end with a slash, where their objects sort. */
  private final PriorityQueue<String> ahead = new PriorityQueue<>();

  /**
   * @param prefix what keys begin with
   * @param after only keys that come after this one
   */
  SortedKeys(Path bucket, String prefix, String after) {
    this.bucket = bucket;
    this.prefix = prefix;
    this.after = after;
    enter(prefix.substring(0, prefix.lastIndexOf(SLASH) + 1));
  }

  /** The next key, or empty after the last. */
  Optional<String> next() {
    while (!ahead.isEmpty()) {
      String key = ahead.remove();
      if (key.endsWith(SLASH)) {
        enter(key);
      } else if (Files.isDirectory(bucket.resolve(key))) {
        ahead.add(key + SLASH);
      } else if (key.compareTo(after) > 0 && !UnfinishedUploads.hold(key)) {
        return Optional.of(key);
      }
    }
    return Optional.empty();
  }

  private void enter(String folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(bucket.resolve(folder))) {
      for (Path file : files) {
        String key = folder + file.getFileName();
        if (key.startsWith(prefix) && mayComeNext(key)) {
          ahead.add(key);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException e) {
      // Removed meanwhile, or nothing was ever stored there.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (DirectoryIteratorException e) {
      throw new UncheckedIOException(e.getCause());
    }
  }

  /** A name of a folder comes before its objects' keys, and maybe before {@code after} too. */
  private boolean mayComeNext(String key) {
    String last = key + SLASH;
    return last.compareTo(after) > 0 || after.startsWith(last);
  }
}
