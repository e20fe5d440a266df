package io.chiasm.networks.graph;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnsafeByteOperations;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;

/** The folder of a model's file; nothing outside it is read, whatever the model or a link says. */
final class DataFolder {
  private final Path folder;

  /**
   * The folder of a file.
   *
   * @throws IOException if it cannot be resolved
   */
  DataFolder(Path model) throws IOException {
    Path parent = model.toAbsolutePath().getParent();
    this.folder = (parent == null ? model.toAbsolutePath() : parent).toRealPath();
  }

  /**
   * The bytes at a place.
   *
   * @throws BadGraphException if it is no file of this folder or of one in it, or ends before
   */
  ByteString read(DataPlace place) throws IOException {
    Path file = file(place);
    try (FileChannel channel = FileChannel.open(file)) {
      if (place.offset() > channel.size() - place.length()) {
        throw new BadGraphException(
            String.format(
                Locale.ROOT,
                "%s needs bytes %d to %d of '%s', which has %d",
                place.tensor(),
                place.offset(),
                place.offset() + place.length(),
                place.location(),
                channel.size()));
      }
      return UnsafeByteOperations.unsafeWrap(bytes(channel, place)); // Nobody else has the buffer.
    }
  }

  private static ByteBuffer bytes(FileChannel channel, DataPlace place) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(place.length()));
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, place.offset() + buffer.position()) < 0) {
        throw new BadGraphException("'" + place.location() + "' became shorter while it was read");
      }
    }
    return buffer.flip();
  }

  /** The file of a place, if it is one that may be read. */
  Path file(DataPlace place) throws IOException {
    Path relative = relative(place);
    Path file = folder.resolve(relative);
    if (!Files.isRegularFile(file)) {
      throw new BadGraphException(
          "%s is kept in '%s', which is no file beside the network"
              .formatted(place.tensor(), place.location()));
    }
    if (!file.toRealPath().startsWith(folder)) {
      throw outside(place);
    }
    return file.toRealPath();
  }

  private Path relative(DataPlace place) {
    try {
      Path path = folder.getFileSystem().getPath(place.location());
      boolean up = false;
      for (Path part : path) {
        up |= part.toString().equals("..");
      }
      if (path.isAbsolute() || up || place.location().isBlank()) {
        throw outside(place);
      }
      return path;
    } catch (InvalidPathException e) {
      throw outside(place);
    }
  }

  private static BadGraphException outside(DataPlace place) {
    return new BadGraphException(
        "%s is kept in '%s', outside the network's folder; put the file beside the network"
            .formatted(place.tensor(), place.location().replaceAll("\\p{Cntrl}", "?")));
  }
}
