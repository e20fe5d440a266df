package io.chiasm.contracts.folder;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A folder that one command writes its results into. Files are written under temporary names and
 * take their places when all are complete; what an earlier run of the command wrote and this one
 * did not is then taken away. Files that no run wrote are left alone. Held by one process at a
 * time; closing takes away what was not completed.
 *
 * <p>The hidden file {@value FolderRecord#NAME} remembers what was written, by command, and is what
 * is locked.
 */
public final class OutputFolder implements AutoCloseable {
  private final Path folder;
  private final String command;
  private final FolderRecord record;
  private final boolean resuming;
  private final Set<String> earlier;
  private final Set<String> begun = new LinkedHashSet<>();
  private final Set<String> kept = new LinkedHashSet<>();

  private OutputFolder(Path folder, String command, FolderRecord record, boolean resuming) {
    this.folder = folder;
    this.command = command;
    this.record = record;
    this.resuming = resuming;
    this.earlier = record.files(command);
  }

  /**
   * Takes a folder, which is made if missing.
   *
   * @param command whose earlier results are replaced
   * @throws InputException if it cannot be written to, or another process writes to it
   */
  public static OutputFolder take(Path folder, String command) {
    return take(folder, command, false);
  }

  /**
   * Takes a folder as {@link #take} does, but leaves what was not completed for the next time, when
   * {@link #temporary} finds it again; whoever resumes checks it.
   */
  public static OutputFolder resume(Path folder, String command) {
    return take(folder, command, true);
  }

  private static OutputFolder take(Path folder, String command, boolean resuming) {
    try {
      Files.createDirectories(folder);
      FolderRecord record = FolderRecord.lock(folder);
      OutputFolder taken = new OutputFolder(folder, command, record, resuming);
      if (!resuming) {
        taken.removeLeftBehind();
      }
      return taken;
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** What a run that was killed left behind. */
  private void removeLeftBehind() throws IOException {
    try {
      removeParts(earlier);
    } catch (IOException e) {
      record.close();
      throw e;
    }
  }

  public Path path() {
    return folder;
  }

  /** The place of a file once it is complete. */
  public Path place(String name) {
    return folder.resolve(name);
  }

  /**
   * Where to write a file until then; its folder is there.
   *
   * @param name below the folder, with forward slashes
   */
  public Path temporary(String name) throws IOException {
    if (begun.add(name)) {
      record.add(command, name);
    }
    Path file = part(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  /** Says that the file in its place is the one wanted; it takes part as if written anew. */
  public void keep(String name) throws IOException {
    if (begun.add(name)) {
      record.add(command, name);
    }
    kept.add(name);
  }

  /**
   * Puts all files in their places, in the order they were begun. The last one, which tells what
   * the others hold, is away while they change.
   */
  public void complete() throws IOException {
    if (begun.isEmpty()) {
      return;
    }
    List<String> names = new ArrayList<>(begun);
    String last = names.get(names.size() - 1);
    if (kept.remove(last)) {
      Files.move(place(last), part(last), StandardCopyOption.ATOMIC_MOVE);
    }
    Files.deleteIfExists(place(last));
    for (String name : earlier) {
      if (!begun.contains(name)) {
        remove(name);
      }
    }
    for (String name : names) {
      if (!kept.contains(name)) {
        Files.move(
            part(name),
            place(name),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    if (resuming) {
      removeParts(begun);
      removeParts(earlier);
    }
    earlier.clear();
    earlier.addAll(begun);
    begun.clear();
    kept.clear();
  }

  /** Whether a folder holds nothing but the record of what was written. */
  public static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.allMatch(entry -> entry.endsWith(FolderRecord.NAME));
    }
  }

  /** Takes everything away, for a folder that was empty when it was taken. */
  public void clear() {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        if (!file.equals(folder) && !file.endsWith(FolderRecord.NAME)) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** With the folders that it leaves empty. */
  private void remove(String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      return;
    }
    delete(file);
    removeEmpty(file.getParent());
  }

  /** The record may have come from elsewhere and name what is no file. */
  private static void delete(Path file) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
        && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
      Files.delete(file);
    }
  }

  private void removeEmpty(@Nullable Path from) {
    Path top = folder.normalize();
    for (Path at = from; at != null && !at.equals(top) && at.startsWith(top); at = at.getParent()) {
      String[] left = at.toFile().list();
      if (left == null || left.length > 0 || !at.toFile().delete()) {
        return;
      }
    }
  }

  private Path part(String name) {
    Path file = folder.resolve(name);
    return file.resolveSibling("." + file.getFileName() + ".part");
  }

  private void removeParts(Set<String> names) throws IOException {
    for (String name : names) {
      Path part = part(name).normalize();
      if (part.startsWith(folder.normalize())) {
        delete(part);
        delete(part.resolveSibling(part.getFileName() + ".part"));
        removeEmpty(part.getParent());
      }
    }
  }

  @Override
  public void close() {
    try (record) {
      if (resuming) {
        earlier.addAll(begun);
      } else {
        removeParts(begun);
      }
      record.write(command, earlier);
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** What to tell of a failure to write into the folder. */
  public static InputException cannotWrite(Path folder, IOException e) {
    return new InputException("cannot write to " + folder + ": " + Reason.of(e), e);
  }
}
