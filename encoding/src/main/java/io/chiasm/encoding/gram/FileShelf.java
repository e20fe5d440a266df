package io.chiasm.encoding.gram;

import io.chiasm.contracts.failure.TransientException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Features kept in a scratch file, chunk by chunk, so that a chunk is one read. Plain positional
 * reads: a mapping would count as this process' memory.
 */
final class FileShelf implements Shelf {
  private final ChunkLayout layout;
  private final Path file;
  private final FileChannel channel;
  private ByteBuffer buffer = ByteBuffer.allocateDirect(0);

  /**
   * @throws TransientException if the folder cannot be written
   */
  FileShelf(ChunkLayout layout, Path scratch) {
    this.layout = layout;
    try {
      this.file = Files.createTempFile(scratch, "activations", ".f4");
      this.channel =
          FileChannel.open(
              file,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    } catch (IOException e) {
      throw failure(scratch, e);
    }
  }

  @Override
  public synchronized void put(int chunk, int firstStimulus, float[] block) {
    int length = layout.length(chunk);
    ByteBuffer bytes = buffer(block.length / layout.features() * length);
    FloatBuffer values = bytes.asFloatBuffer();
    for (int from = layout.from(chunk); from < block.length; from += layout.features()) {
      values.put(block, from, length);
    }
    long position = position(chunk, firstStimulus);
    try {
      while (bytes.hasRemaining()) {
        position += channel.write(bytes, position);
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
  }

  @Override
  public synchronized float[] get(int chunk) {
    float[] values = new float[layout.stimuli() * layout.length(chunk)];
    ByteBuffer bytes = buffer(values.length);
    long position = position(chunk, 0);
    try {
      while (bytes.hasRemaining()) {
        int read = channel.read(bytes, position);
        if (read < 0) {
          throw new EOFException("scratch file ends early");
        }
        position += read;
      }
    } catch (IOException e) {
      throw failure(file, e);
    }
    bytes.flip();
    bytes.asFloatBuffer().get(values);
    return values;
  }

  private long position(int chunk, int stimulus) {
    long before = (long) layout.from(chunk) * layout.stimuli();
    return (before + (long) stimulus * layout.length(chunk)) * Float.BYTES;
  }

  private ByteBuffer buffer(int floats) {
    int bytes = Math.multiplyExact(floats, Float.BYTES);
    if (buffer.capacity() < bytes) {
      buffer = ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }
    return buffer.clear().limit(bytes);
  }

  private TransientException failure(Path where, IOException cause) {
    long bytes = (long) layout.stimuli() * layout.features() * Float.BYTES;
    return new TransientException(
        "scratch file in " + where + " failed (" + bytes + " bytes wanted): " + cause.getMessage(),
        cause);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(file, e);
    }
  }
}
