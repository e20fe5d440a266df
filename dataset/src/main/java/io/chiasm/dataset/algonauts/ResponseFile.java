package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.NpyHeader;
import io.chiasm.contracts.tensor.RealTensor;
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
  private final NpyHeader header;
  private final ResponseType type;

  private ResponseFile(Path file, NpyHeader header, ResponseType type) {
    this.file = file;
    this.header = header;
    this.type = type;
  }

  /** Reads the header and checks type, rank and length of the file. */
  static ResponseFile open(Path file) {
    NpyHeader header = ArrayFile.numbers(file, NpyFile::header);
    ResponseType type =
        ResponseType.of(header.type())
            .orElseThrow(
                () ->
                    new DefectException(
                        file,
                        "element type " + header.type().code(),
                        "one of " + ResponseType.codes()));
    Shape shape = header.shape();
    if (shape.rank() != 2 || shape.extents().stream().anyMatch(e -> e < 1 || e > 1 << 24)) {
      throw new DefectException(file, "shape " + shape, "[stimulus, vertex], neither of them 0");
    }
    return new ResponseFile(file, header, type);
  }

  Path file() {
    return file;
  }

  int stimuli() {
    return (int) header.shape().extent(0);
  }

  int vertices() {
    return (int) header.shape().extent(1);
  }

  /** {@code [stimulus, vertex]} these rows, in this order; float64 where float32 would round. */
  RealTensor rows(int[] rows) {
    if (header.type().withinFloat()) {
      FloatTensor picked = FloatTensor.zeros(rows.length, vertices());
      pick(rows, (at, value) -> picked.values()[at] = (float) value);
      return picked;
    }
    DoubleTensor picked = DoubleTensor.zeros(rows.length, vertices());
    pick(rows, (at, value) -> picked.values()[at] = value);
    return RealTensor.narrowest(picked);
  }

  private void pick(int[] rows, Target target) {
    if (header.fortran()) {
      pickFromColumns(rows, target);
    } else {
      pickRows(rows, target);
    }
  }

  /** Shows every value once, a few megabytes at a time, in the order of the file. */
  void scan(Visitor visitor) {
    int lines = header.fortran() ? vertices() : stimuli();
    int length = header.fortran() ? stimuli() : vertices();
    int block = Math.max(1, Math.min(lines, LINES_OF_BYTES / (length * header.type().bytes())));
    ByteBuffer buffer = buffer(block * length);
    try (FileChannel channel = FileChannel.open(file)) {
      for (int first = 0; first < lines; first += block) {
        int count = Math.min(block, lines - first);
        fill(channel, buffer, (long) first * length, count * length);
        for (int i = 0; i < count * length; i++) {
          int line = first + i / length;
          int along = i % length;
          visitor.see(
              header.fortran() ? along : line, header.fortran() ? line : along, next(buffer));
        }
      }
    } catch (IOException e) {
      throw ArrayFile.unreadable(file, e);
    }
  }

  private void pickRows(int[] rows, Target target) {
    ByteBuffer buffer = buffer(vertices());
    int next = 0;
    try (FileChannel channel = FileChannel.open(file)) {
      for (int row : rows) {
        fill(channel, buffer, (long) row * vertices(), vertices());
        for (int vertex = 0; vertex < vertices(); vertex++) {
          target.put(next++, next(buffer));
        }
      }
    } catch (IOException e) {
      throw ArrayFile.unreadable(file, e);
    }
  }

  private void pickFromColumns(int[] rows, Target target) {
    ByteBuffer column = buffer(stimuli());
    try (FileChannel channel = FileChannel.open(file)) {
      for (int vertex = 0; vertex < vertices(); vertex++) {
        fill(channel, column, (long) vertex * stimuli(), stimuli());
        for (int i = 0; i < rows.length; i++) {
          column.position(rows[i] * header.type().bytes());
          target.put(i * vertices() + vertex, next(column));
        }
      }
    } catch (IOException e) {
      throw ArrayFile.unreadable(file, e);
    }
  }

  private ByteBuffer buffer(int elements) {
    return ByteBuffer.allocate(Math.multiplyExact(elements, header.type().bytes()))
        .order(header.order());
  }

  private void fill(FileChannel channel, ByteBuffer buffer, long firstElement, int elements)
      throws IOException {
    long position = header.dataOffset() + firstElement * header.type().bytes();
    buffer.clear().limit(elements * header.type().bytes());
    while (buffer.hasRemaining()) {
      int read = channel.read(buffer, position + buffer.position());
      if (read < 0) {
        throw new EOFException("it became shorter while it was read");
      }
    }
    buffer.flip();
  }

  private double next(ByteBuffer buffer) {
    try {
      return type.next(buffer);
    } catch (ArithmeticException e) {
      throw new DefectException(
          file,
          "the response " + e.getMessage() + " would be rounded",
          "whole numbers of at most 2^53; take an offset off, which no score depends on");
    }
  }

  /** Sees one response. */
  interface Visitor {
    void see(int stimulus, int vertex, double response);
  }

  /** Takes one of the rows' responses at its row-major place. */
  private interface Target {
    void put(int at, double response);
  }
}
