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
import java.util.regex.Pattern;

/** Every bucket of one S3 server, as files and folders. Read only; never closed. */
public final class BucketFileSystem extends FileSystem {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final int LONGEST_KEY = 1024;

  private final BucketProvider provider;

  public BucketFileSystem(Buckets buckets) {
    this.provider = new BucketProvider(buckets);
  }

  /** Whether a text is meant as a path in a bucket. */
  public static boolean claims(String text) {
    return text.startsWith("s3:");
  }

  /**
   * The path {@code s3://bucket/key}, or a relative one.
   *
   * @throws InvalidPathException if it has not that form
   */
  @Override
  public Path getPath(String first, String... more) {
    String text = more.length == 0 ? first : first + "/" + String.join("/", more);
    if (!claims(text)) {
      return new BucketPath(this, "", names(text, text));
    }
    if (!text.startsWith(BucketPath.SCHEME)) {
      throw new InvalidPathException(text, "a path in a bucket begins with s3://");
    }
    String rest = text.substring(BucketPath.SCHEME.length());
    int slash = rest.indexOf('/');
    String bucket = slash < 0 ? rest : rest.substring(0, slash);
    if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
      throw new InvalidPathException(
          text, "a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens");
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
