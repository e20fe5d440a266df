package io.chiasm.networks.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;

/** A file that is read in parts, little-endian; a part is as large as asked for and no larger. */
final class FileBytes {
  private final Path file;
  private final long size;

  private FileBytes(Path file, long size) {
    this.file = file;
    this.size = size;
  }

  static FileBytes of(Path file) {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new FileBytes(file, channel.size());
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  long size() {
    return size;
  }

  /** The bytes of a range that must lie within the file. */
  ByteBuffer range(long position, int length) {
    if (position < 0 || length < 0 || position > size - length) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "is cut short: bytes %d to %d of %d are needed",
              position,
              position + length,
              size));
    }
    ByteBuffer content = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (content.hasRemaining()) {
        if (channel.read(content, position + content.position()) < 0) {
          throw new BadCheckpointException("became shorter while it was read");
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
    return content.flip();
  }

  private static BadCheckpointException unreadable(IOException e) {
    return new BadCheckpointException("cannot be read: " + e.getMessage(), e);
  }
}
