package io.chiasm.contracts.folder;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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
  private final Set<String> begun = new LinkedHashSet<>();

  private OutputFolder(Path folder, String command, FolderRecord record) {
    this.folder = folder;
    this.command = command;
    this.record = record;
  }

  /**
   * Takes a folder, which is made if missing.
   *
   * @param command whose earlier results are replaced
   * @throws InputException if it cannot be written to, or another process writes to it
   */
  public static OutputFolder take(Path folder, String command) {
    try {
      Files.createDirectories(folder);
      return new OutputFolder(folder, command, FolderRecord.lock(folder));
    } catch (IOException e) {
      throw cannotWrite(folder, e);
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
    begun.add(name);
    Path file = part(name);
    Files.createDirectories(file.getParent());
    return file;
  }

  /**
   * Puts all files in their places, in the order they were begun. The last one, which tells what
   * the others hold, is away while they change.
   */
  public void complete() throws IOException {
    List<String> names = new ArrayList<>(begun);
    Set<String> stale = new LinkedHashSet<>(record.files(command));
    stale.removeAll(begun);
    Set<String> both = new LinkedHashSet<>(stale);
    both.addAll(begun);
    record.write(command, both);
    if (!names.isEmpty()) {
      Files.deleteIfExists(place(names.get(names.size() - 1)));
    }
    for (String name : stale) {
      remove(name);
    }
    for (String name : names) {
      Files.move(
          part(name),
          place(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    }
    record.write(command, new LinkedHashSet<>(names));
    begun.clear();
  }

  /** With the folders that it leaves empty. */
  private void remove(String name) throws IOException {
    Path file = folder.resolve(name).normalize();
    if (!file.startsWith(folder.normalize())) {
      return;
    }
    Files.deleteIfExists(file);
    removeEmpty(file.getParent());
  }

  private void removeEmpty(Path from) {
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

  @Override
  public void close() {
    try {
      for (String name : begun) {
        Files.deleteIfExists(part(name));
        removeEmpty(part(name).normalize().getParent());
      }
      record.close();
    } catch (IOException e) {
      throw cannotWrite(folder, e);
    }
  }

  /** What to tell of a failure to write into the folder. */
  public static InputException cannotWrite(Path folder, IOException e) {
    return new InputException("cannot write to " + folder + ": " + Reason.of(e), e);
  }
}
