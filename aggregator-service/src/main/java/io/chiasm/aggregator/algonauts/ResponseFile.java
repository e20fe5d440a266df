package io.chiasm.aggregator.algonauts;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The responses of one hemisphere on disk, {@code [stimulus, vertex]}, read row by row as they are
 * asked for: the whole of one participant is 1.5 GB.
 */
final class ResponseFile {
  private static final int LINES_OF_BYTES = 1 << 22;

  private final Path file;
  private final NpyHead head;
  private final int elementBytes;

  private ResponseFile(Path file, NpyHead head, int elementBytes) {
    this.file = file;
    this.head = head;
    this.elementBytes = elementBytes;
  }

  /** Reads the header and checks type, rank and length of the file. */
  static ResponseFile open(Path file) {
    NpyHead head = NpyHead.read(file);
    boolean narrow = head.code().equals("f4");
    if (!narrow && !head.code().equals("f8")) {
      throw new DefectException(file, "element type " + head.code(), "f4 or f8 (float32, float64)");
    }
    Shape shape = head.shape();
    if (shape.rank() != 2 || shape.extents().stream().anyMatch(e -> e < 1 || e > 1 << 24)) {
      throw new DefectException(file, "shape " + shape, "[stimulus, vertex], neither of them 0");
    }
    int elementBytes = narrow ? 4 : 8;
    head.requireBytes(file, elementBytes);
    return new ResponseFile(file, head, elementBytes);
  }

  Path file() {
    return file;
  }

  int stimuli() {
    return (int) head.shape().extent(0);
  }

  int vertices() {
    return (int) head.shape().extent(1);
  }

  /** {@code [stimulus, vertex]} these rows, in this order. */
  FloatTensor rows(int[] rows) {
    FloatTensor picked = FloatTensor.zeros(rows.length, vertices());
    if (head.fortran()) {
      pickFromColumns(rows, picked.values());
    } else {
      pickRows(rows, picked.values());
    }
    return picked;
  }

  /** Shows every value once, a few megabytes at a time, in the order of the file. */
  void scan(Visitor visitor) {
    int lines = head.fortran() ? vertices() : stimuli();
    int length = head.fortran() ? stimuli() : vertices();
    int block = Math.max(1, Math.min(lines, LINES_OF_BYTES / (length * elementBytes)));
    ByteBuffer buffer = buffer(block * length);
    try (FileChannel channel = FileChannel.open(file)) {
      for (int first = 0; first < lines; first += block) {
        int count = Math.min(block, lines - first);
        fill(channel, buffer, (long) first * length, count * length);
        for (int i = 0; i < count * length; i++) {
          int line = first + i / length;
          int along = i % length;
          visitor.see(head.fortran() ? along : line, head.fortran() ? line : along, next(buffer));
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void pickRows(int[] rows, float[] values) {
    ByteBuffer buffer = buffer(vertices());
    int next = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      for (int row : rows) {
        fill(channel, buffer, (long) row * vertices(), vertices());
        for (int vertex = 0; vertex < vertices(); vertex++) {
          values[next++] = next(buffer);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private void pickFromColumns(int[] rows, float[] values) {
    ByteBuffer column = buffer(stimuli());
    try (FileChannel channel = FileChannel.open(file)) {
      for (int vertex = 0; vertex < vertices(); vertex++) {
        fill(channel, column, (long) vertex * stimuli(), stimuli());
        for (int i = 0; i < rows.length; i++) {
          column.position(rows[i] * elementBytes);
          values[i * vertices() + vertex] = next(column);
        }
      }
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private ByteBuffer buffer(int elements) {
    return ByteBuffer.allocate(Math.multiplyExact(elements, elementBytes)).order(head.order());
  }

  private void fill(FileChannel channel, ByteBuffer buffer, long firstElement, int elements)
      throws IOException {
    long position = head.dataOffset() + firstElement * elementBytes;
    buffer.clear().limit(elements * elementBytes);
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position + buffer.position());
      if (read < 0) {
        throw new EOFException("it became shorter while it was read");
      }
    }
    buffer.flip();
  }

  private float next(ByteBuffer buffer) {
    return elementBytes == 4 ? buffer.getFloat() : (float) buffer.getDouble();
  }

  private DefectException unreadable(IOException e) {
    return new DefectException(file, "cannot be read (" + e + ")", "a readable file");
  }

  /** Sees one response. */
  interface Visitor {
    void see(int stimulus, int vertex, float response);
  }
}
