package io.chiasm.contracts.upload;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Sha256;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Files that were sent together, such as a data set, or a network and the file of its weights.
 *
 * @param files in order of path
 */
public record UploadTree(List<UploadedFile> files) {
  /** The largest description of a tree in bytes; that of 73,000 photographs takes 13 MB. */
  public static final int MOST_BYTES = 32 << 20;

  private static final int MOST_FILES = 200_000;
  private static final int LONGEST_PATH = 1000;
  private static final int ID_DIGITS = 16;

  public UploadTree {
    files = List.copyOf(files).stream().sorted(Comparator.comparing(UploadedFile::path)).toList();
  }

  /**
   * Name of a tree in a study file, {@code upload:ID/path}.
   *
   * @param json its canonical form
   */
  public static String id(byte[] json) {
    return Sha256.of(json).value().substring(0, ID_DIGITS);
  }

  /** Size of all files. */
  public long bytes() {
    return files.stream().mapToLong(UploadedFile::bytes).sum();
  }

  /**
   * Refuses a tree that could not be read as files and folders everywhere, or is too large.
   *
   * @throws InputException naming the file
   */
  public void check(UploadLimits limits) {
    if (files.isEmpty() || files.size() > MOST_FILES) {
      throw new InputException(
          "found " + files.size() + " files to send; possible: 1 to " + MOST_FILES);
    }
    Set<String> names = new HashSet<>();
    Set<String> folders = new HashSet<>();
    long sum = 0;
    for (UploadedFile file : files) {
      checkPath(file.path());
      file.pieces();
      limits.checkFile(file.path(), file.bytes());
      sum += file.bytes();
      limits.checkAll(sum);
      String plain = file.path().toLowerCase(Locale.ROOT);
      if (!names.add(plain)) {
        throw new InputException(
            file.path() + ": two files of this name; names must differ in more than case");
      }
      for (int at = plain.indexOf('/'); at >= 0; at = plain.indexOf('/', at + 1)) {
        folders.add(plain.substring(0, at));
      }
    }
    names.retainAll(folders);
    if (!names.isEmpty()) {
      throw new InputException(names.iterator().next() + ": both a file and a folder");
    }
  }

  /**
   * Refuses a path that is not plainly below its tree.
   *
   * @throws InputException saying what is wrong with it
   */
  static void checkPath(String path) {
    String shown = path.replaceAll("\\p{Cntrl}", "?");
    if (path.isEmpty() || path.length() > LONGEST_PATH) {
      throw new InputException(
          "a file's name has " + path.length() + " characters; possible: 1 to " + LONGEST_PATH);
    }
    if (!shown.equals(path) || path.indexOf('\\') >= 0 || path.indexOf('\uFFFD') >= 0) {
      throw new InputException(
          "'" + shown + "': a file's name may hold no control characters and no backslash");
    }
    for (String name : path.split("/", -1)) {
      if (name.isEmpty() || name.equals(".") || name.equals("..")) {
        throw new InputException(
            "'" + shown + "': a file's name must be a relative path without '.', '..' or '//'");
      }
    }
  }
}
