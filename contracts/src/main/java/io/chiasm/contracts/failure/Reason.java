package io.chiasm.contracts.failure;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;

/** A file system's failure in words: Java's messages are often only the path. */
public final class Reason {
  private Reason() {}

  /** Words that continue a sentence about the file. */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "it does not exist";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof NotDirectoryException) {
      return "it is not a folder";
    }
    if (e instanceof FileAlreadyExistsException exists) {
      return exists.getFile() + " is a file, not a folder";
    }
    if (e instanceof DirectoryNotEmptyException) {
      return "a folder is in its place";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return Objects.requireNonNullElse(reason, e.getClass().getSimpleName());
  }

  /** The same with the file that it is about, if it is known: a sentence of its own. */
  public static String withFile(IOException e) {
    boolean named = e instanceof FileSystemException f && f.getFile() != null;
    return named ? ((FileSystemException) e).getFile() + ": " + of(e) : of(e);
  }
}
