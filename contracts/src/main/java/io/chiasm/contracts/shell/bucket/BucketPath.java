package io.chiasm.contracts.shell.bucket;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code s3://bucket/name/name}, or names relative to such a path. */
final class BucketPath implements Path {
  private final BucketFileSystem system;
  private final String bucket;
  private final List<String> names;
  private final @Nullable BucketAttributes listed;

  /**
   * @param bucket empty for a relative path
   */
  BucketPath(BucketFileSystem system, String bucket, List<String> names) {
    this(system, bucket, names, null);
  }

  private BucketPath(
      BucketFileSystem system,
      String bucket,
      List<String> names,
      @Nullable BucketAttributes listed) {
    this.system = system;
    this.bucket = bucket;
    this.names = List.copyOf(names);
    this.listed = listed;
  }

  /** The path from here on, which a listing has described. */
  BucketPath listed(String name, BucketAttributes attributes) {
    List<String> longer = new ArrayList<>(names);
    longer.add(name);
    return new BucketPath(system, bucket, longer, attributes);
  }

  /** What the listing that it came from said. */
  @Nullable BucketAttributes listed() {
    return listed;
  }

  String bucket() {
    return bucket;
  }

  /** Key of the object that the path names. */
  String key() {
    return String.join("/", normalize().names);
  }

  @Override
  public BucketFileSystem getFileSystem() {
    return system;
  }

  @Override
  public boolean isAbsolute() {
    return !bucket.isEmpty();
  }

  @Override
  public @Nullable Path getRoot() {
    return isAbsolute() ? of(List.of()) : null;
  }

  @Override
  public @Nullable Path getFileName() {
    return names.isEmpty() ? null : getName(names.size() - 1);
  }

  @Override
  public @Nullable Path getParent() {
    if (names.size() > 1 || (isAbsolute() && !names.isEmpty())) {
      return of(names.subList(0, names.size() - 1));
    }
    return null;
  }

  @Override
  public int getNameCount() {
    return names.size();
  }

  @Override
  public Path getName(int index) {
    return subpath(index, index + 1);
  }

  @Override
  public Path subpath(int from, int to) {
    if (from < 0 || to > names.size() || from >= to) {
      throw new IllegalArgumentException(from + " to " + to + " of " + this);
    }
    return new BucketPath(system, "", names.subList(from, to));
  }

  @Override
  public boolean startsWith(Path other) {
    return other instanceof BucketPath start
        && start.bucket.equals(bucket)
        && start.names.size() <= names.size()
        && start.names.equals(names.subList(0, start.names.size()));
  }

  @Override
  public boolean endsWith(Path other) {
    if (!(other instanceof BucketPath end) || end.isAbsolute()) {
      return equals(other);
    }
    int from = names.size() - end.names.size();
    return from >= 0 && names.subList(from, names.size()).equals(end.names);
  }

  @Override
  public BucketPath normalize() {
    List<String> kept = new ArrayList<>();
    for (String name : names) {
      boolean up = name.equals("..");
      if (up && !kept.isEmpty() && !kept.get(kept.size() - 1).equals("..")) {
        kept.remove(kept.size() - 1);
      } else if (!name.equals(".") && !(up && isAbsolute())) {
        kept.add(name);
      }
    }
    return kept.equals(names) ? this : of(kept);
  }

  @Override
  public Path resolve(Path other) {
    BucketPath further = mine(other);
    if (further.isAbsolute()) {
      return further;
    }
    List<String> longer = new ArrayList<>(names);
    longer.addAll(further.names);
    return of(longer);
  }

  @Override
  public Path relativize(Path other) {
    BucketPath target = mine(other);
    if (!target.bucket.equals(bucket)) {
      throw new IllegalArgumentException(target + " does not lie in the bucket of " + this);
    }
    int common = 0;
    int most = Math.min(names.size(), target.names.size());
    while (common < most && names.get(common).equals(target.names.get(common))) {
      common++;
    }
    List<String> way = new ArrayList<>(Collections.nCopies(names.size() - common, ".."));
    way.addAll(target.names.subList(common, target.names.size()));
    return new BucketPath(system, "", way);
  }

  private static BucketPath mine(Path path) {
    if (path instanceof BucketPath mine) {
      return mine;
    }
    throw new ProviderMismatchException(path + " is no path in a bucket");
  }

  private BucketPath of(List<String> other) {
    return new BucketPath(system, bucket, other);
  }

  @Override
  public URI toUri() {
    try {
      return new URI(system.scheme().name(), bucket, "/" + String.join("/", names), null);
    } catch (URISyntaxException e) {
      throw new InvalidPathException(toString(), e.getReason());
    }
  }

  @Override
  public Path toAbsolutePath() {
    if (isAbsolute()) {
      return this;
    }
    throw new IllegalStateException(this + " names no bucket");
  }

  @Override
  public Path toRealPath(LinkOption... options) {
    return toAbsolutePath().normalize();
  }

  @Override
  public WatchKey register(
      WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
    throw new UnsupportedOperationException("buckets are not watched");
  }

  @Override
  public int compareTo(Path other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof BucketPath path
        && path.system == system
        && path.bucket.equals(bucket)
        && path.names.equals(names);
  }

  @Override
  public int hashCode() {
    return Objects.hash(bucket, names);
  }

  @Override
  public String toString() {
    String relative = String.join("/", names);
    if (!isAbsolute()) {
      return relative;
    }
    return system.scheme().prefix() + bucket + (names.isEmpty() ? "" : "/" + relative);
  }
}
