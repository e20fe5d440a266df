package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Positional reads of rows, for both memory orders; holds one block of the file at a time. */
final class NpyRows {
  private static final int BLOCK_BYTES = 1 << 20;

  private final FileChannel channel;
  private final NpyHeader header;
  private final String source;
  private final int elementBytes;
  private final ByteBuffer block;

  NpyRows(FileChannel channel, NpyHeader header, String source) {
    this.channel = channel;
    this.header = header;
    this.source = source;
    this.elementBytes = header.type().bytes();
    long wanted = Math.max(1, header.dataBytes());
    this.block = ByteBuffer.allocateDirect((int) Math.min(BLOCK_BYTES, wanted));
    block.order(header.order());
  }

  void read(int[] rows, float[] to) throws IOException {
    if (to.length == 0) {
      return;
    }
    if (header.fortran() && header.shape().rank() > 1) {
      columnMajor(rows, to);
    } else {
      rowMajor(rows, to);
    }
  }

  /** Neighbouring rows are read as one run. */
  private void rowMajor(int[] rows, float[] to) throws IOException {
    int rowElements = to.length / rows.length;
    for (int first = 0; first < rows.length; ) {
      int next = first + 1;
      while (next < rows.length && rows[next] == rows[next - 1] + 1) {
        next++;
      }
      int start = first * rowElements;
      range(
          rows[first] * (long) rowElements,
          (next - first) * (long) rowElements,
          (raw, at, n) -> Elements.toFloats(header.type(), raw, to, start + at, n));
      first = next;
    }
  }

  /** In the file a row's elements lie one column apart, so each column's span is read once. */
  private void columnMajor(int[] rows, float[] to) throws IOException {
    int[] order =
        IntStream.range(0, rows.length)
            .boxed()
            .sorted(Comparator.comparingInt(i -> rows[i]))
            .mapToInt(i -> i)
            .toArray();
    int lowest = rows[order[0]];
    long span = rows[order[order.length - 1]] - (long) lowest + 1;
    int columns = to.length / rows.length;
    int[] place = new int[columns];
    FortranOrder.forEach(header.shape().tail(), (from, at) -> place[from] = at);
    float[] values = new float[BLOCK_BYTES / elementBytes];
    for (int column = 0; column < columns; column++) {
      Picker picker = new Picker(rows, order, lowest, values, to, columns, place[column]);
      range(column * header.shape().extent(0) + lowest, span, picker);
    }
  }

  private void range(long first, long count, Elements.Sink sink) throws IOException {
    long blockElements = block.capacity() / elementBytes;
    for (long done = 0; done < count; ) {
      int elements = (int) Math.min(blockElements, count - done);
      block.clear().limit(elements * elementBytes);
      fill(header.dataOffset() + (first + done) * elementBytes);
      sink.accept(block, (int) done, elements);
      done += elements;
    }
  }

  private void fill(long position) throws IOException {
    while (block.hasRemaining()) {
      if (channel.read(block, position + block.position()) < 0) {
        throw new InputException(source + ": was cut short while it was read");
      }
    }
    block.flip();
  }

  /** Takes the wanted rows, in ascending order, out of one column's blocks. */
  private final class Picker implements Elements.Sink {
    private final int[] rows;
    private final int[] order;
    private final int lowest;
    private final float[] values;
    private final float[] to;
    private final int columns;
    private final int place;
    private int next;

    Picker(
        int[] rows, int[] order, int lowest, float[] values, float[] to, int columns, int place) {
      this.rows = rows;
      this.order = order;
      this.lowest = lowest;
      this.values = values;
      this.to = to;
      this.columns = columns;
      this.place = place;
    }

    @Override
    public void accept(ByteBuffer raw, int at, int count) {
      Elements.toFloats(header.type(), raw, values, 0, count);
      for (; next < order.length && rows[order[next]] - lowest < at + count; next++) {
        to[order[next] * columns + place] = values[rows[order[next]] - lowest - at];
      }
    }
  }
}
