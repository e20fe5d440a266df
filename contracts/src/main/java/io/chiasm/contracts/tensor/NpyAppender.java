package io.chiasm.contracts.tensor;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a {@code .npy} file of known shape in blocks of rows (entries along the first axis), such
 * as a layer's activations {@code [stimulus, channel, row, column]}. The file appears under its
 * name only when {@link #finish} has seen every row; closing before that leaves nothing behind.
 */
public final class NpyAppender implements Closeable {
  private final Path file;
  private final Path part;
  private final ElementType type;
  private final Shape shape;
  private final OutputStream out;
  private long rows;

  private NpyAppender(Path file, Path part, ElementType type, Shape shape) throws IOException {
    this.file = file;
    this.part = part;
    this.type = type;
    this.shape = shape;
    this.out = new BufferedOutputStream(Files.newOutputStream(part));
  }

  /**
   * @param shape the whole array's shape, of at least one axis
   * @throws IOException if the file cannot be written
   */
  public static NpyAppender create(Path file, ElementType type, Shape shape) throws IOException {
    if (shape.rank() == 0) {
      throw new IllegalArgumentException("a single number cannot be appended to");
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    NpyAppender appender = new NpyAppender(file, part, type, shape);
    appender.out.write(NpyWriter.header(type, shape));
    return appender;
  }

  /** Appends float32 rows, {@code [row, …]}. */
  public void append(FloatTensor block) throws IOException {
    append(ElementSource.of(block));
  }

  /** Appends float32 rows to a float16 file, each number rounded to the nearest. */
  public void appendHalves(FloatTensor block) throws IOException {
    append(ElementSource.halves(block));
  }

  /** Appends float64 rows, {@code [row, …]}. */
  public void append(DoubleTensor block) throws IOException {
    append(ElementSource.of(block));
  }

  /** Appends int64 rows, {@code [row, …]}. */
  public void append(LongTensor block) throws IOException {
    append(ElementSource.of(block));
  }

  private void append(ElementSource block) throws IOException {
    if (block.type() != type
        || block.shape().rank() != shape.rank()
        || !block.shape().tail().equals(shape.tail())) {
      throw new IllegalArgumentException(
          "cannot append " + block.type() + " " + block.shape() + " to " + type + " " + shape);
    }
    long after = rows + block.shape().extent(0);
    if (after > shape.extent(0)) {
      throw new IllegalArgumentException(
          file + " takes " + shape.extent(0) + " rows, not " + after);
    }
    try (NpyStream bytes = NpyStream.data(block)) {
      bytes.transferTo(out);
    }
    rows = after;
  }

  /**
   * Gives the complete file its name, replacing a file of that name.
   *
   * @throws IllegalStateException if rows are missing
   */
  public void finish() throws IOException {
    if (rows != shape.extent(0)) {
      throw new IllegalStateException(
          file + " has " + rows + " of " + shape.extent(0) + " rows and is not complete");
    }
    out.close();
    Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
