package io.chiasm.contracts.shell.bucket;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Answers the JDK's questions about files from the objects of buckets. That a server refuses or
 * stays away is no {@link IOException}, which would read as "not there", but the pipeline's own
 * failure.
 */
final class BucketProvider extends FileSystemProvider {
  private final BucketScheme scheme;
  private final Buckets buckets;

  BucketProvider(BucketScheme scheme, Buckets buckets) {
    this.scheme = scheme;
    this.buckets = buckets;
  }

  @Override
  public String getScheme() {
    return scheme.name();
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    if (options.stream().anyMatch(option -> option != StandardOpenOption.READ)) {
      throw new ReadOnlyFileSystemException();
    }
    return BucketChannel.open(buckets, (BucketPath) path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
    BucketPath path = (BucketPath) folder;
    if (!look(path).isDirectory()) {
      throw new NotDirectoryException(path.toString());
    }
    List<Path> found = new ArrayList<>();
    Iterator<BucketEntry> entries = buckets.list(path.bucket(), prefix(path));
    while (entries.hasNext()) {
      BucketEntry entry = entries.next();
      String name = name(path, entry);
      // A zero-byte object named like the folder itself marks an empty folder.
      if (!name.isEmpty()) {
        Path child = path.listed(name, new BucketAttributes(entry));
        if (filter.accept(child)) {
          found.add(child);
        }
      }
    }
    return new Listing(found);
  }

  private static String name(BucketPath folder, BucketEntry entry) {
    String name = entry.key().substring(Math.min(prefix(folder).length(), entry.key().length()));
    boolean odd = name.equals(".") || name.equals("..") || name.contains("/");
    if (odd || name.chars().anyMatch(c -> c < ' ' || c == 0x7f)) {
      throw new InputException(
          folder
              + ": holds an object whose key is no name of a file: '"
              + entry.key().replaceAll("\\p{Cntrl}", "?")
              + "'; rename or remove it");
    }
    return name;
  }

  private static String prefix(BucketPath folder) {
    String key = folder.key();
    return key.isEmpty() ? "" : key + "/";
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    if (!type.isAssignableFrom(BucketAttributes.class)) {
      throw new UnsupportedOperationException("objects have basic attributes only");
    }
    return type.cast(look((BucketPath) path));
  }

  private BucketAttributes look(BucketPath path) throws NoSuchFileException {
    BucketAttributes listed = path.listed();
    if (listed != null) {
      return listed;
    }
    String key = path.key();
    if (!key.isEmpty()) {
      var object = buckets.stat(path.bucket(), key);
      if (object.isPresent()) {
        return new BucketAttributes(object.get());
      }
    }
    if (buckets.list(path.bucket(), prefix(path)).hasNext()) {
      return new BucketAttributes(BucketEntry.folder(key));
    }
    throw new NoSuchFileException(path.toString());
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    for (AccessMode mode : modes) {
      if (mode == AccessMode.WRITE) {
        throw new ReadOnlyFileSystemException();
      }
    }
    look((BucketPath) path);
  }

  @Override
  public <V extends FileAttributeView> @Nullable V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return null;
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) {
    throw new UnsupportedOperationException("attributes are read as a whole");
  }

  @Override
  public boolean isSameFile(Path path, Path other) {
    return path.normalize().equals(other.normalize());
  }

  @Override
  public boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  @Override
  public FileStore getFileStore(Path path) {
    throw new UnsupportedOperationException("a bucket has no size");
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> settings) {
    throw new UnsupportedOperationException("there is one file system for all buckets");
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    throw new UnsupportedOperationException("the file system is not found by address");
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException("paths are made of text");
  }

  @Override
  public void createDirectory(Path folder, FileAttribute<?>... attributes) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void delete(Path path) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options) {
    throw new ReadOnlyFileSystemException();
  }

  /** Entries that were listed already. */
  private record Listing(List<Path> paths) implements DirectoryStream<Path> {
    @Override
    public Iterator<Path> iterator() {
      return paths.iterator();
    }

    @Override
    public void close() {}
  }
}
