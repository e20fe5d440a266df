package io.chiasm.contracts.shell.bucket;

import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/** What a listing or a look says of an object or folder. */
record BucketAttributes(BucketEntry entry) implements BasicFileAttributes {
  @Override
  public FileTime lastModifiedTime() {
    return FileTime.from(entry.modified());
  }

  @Override
  public FileTime lastAccessTime() {
    return lastModifiedTime();
  }

  @Override
  public FileTime creationTime() {
    return lastModifiedTime();
  }

  @Override
  public boolean isRegularFile() {
    return !entry.folder();
  }

  @Override
  public boolean isDirectory() {
    return entry.folder();
  }

  @Override
  public boolean isSymbolicLink() {
    return false;
  }

  @Override
  public boolean isOther() {
    return false;
  }

  @Override
  public long size() {
    return entry.bytes();
  }

  @Override
  public @Nullable Object fileKey() {
    return null;
  }
}
