package io.chiasm.contracts.shell.bucket;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Every bucket of one server, as files and folders. Read only; never closed. */
public final class BucketFileSystem extends FileSystem {
  private static final int LONGEST_KEY = 1024;

  private final BucketScheme scheme;
  private final BucketProvider provider;

  public BucketFileSystem(BucketScheme scheme, Buckets buckets) {
    this.scheme = scheme;
    this.provider = new BucketProvider(scheme, buckets);
  }

  BucketScheme scheme() {
    return scheme;
  }

  /**
   * A path such as {@code s3://bucket/key}, or a relative one.
   *
   * @throws InvalidPathException if it has not that form
   */
  @Override
  public Path getPath(String first, String... more) {
    String text = more.length == 0 ? first : first + "/" + String.join("/", more);
    if (!scheme.claims(text)) {
      return new BucketPath(this, "", names(text, text));
    }
    if (!text.startsWith(scheme.prefix())) {
      throw new InvalidPathException(text, "a path in a bucket begins with " + scheme.prefix());
    }
    String rest = text.substring(scheme.prefix().length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    if (!scheme.isBucket(bucket)) {
      throw new InvalidPathException(text, scheme.bucketForm());
    }
    return new BucketPath(this, bucket, slash < 0 ? List.of() : names(rest.substring(slash), text));
  }

  private static List<String> names(String key, String text) {
    if (key.length() > LONGEST_KEY) {
      throw new InvalidPathException(text, "a key has at most " + LONGEST_KEY + " characters");
    }
    if (key.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new InvalidPathException(text, "a key has no control characters here");
    }
    return Arrays.stream(key.split("/")).filter(name -> !name.isEmpty()).toList();
  }

  @Override
  public BucketProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("buckets stay open as long as the process");
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return true;
  }

  @Override
  public String getSeparator() {
    return "/";
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return Set.of("basic");
  }

  /** Patterns are those of this machine's own file system. */
  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher(pattern);
    return path -> matcher.matches(Path.of(path.toString()));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException("objects have no owners here");
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException("buckets are not watched");
  }
}
