package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;

/**
 * A {@code .npy} file on disk, whole or only some rows (entries along the first axis) of it. Rows
 * are read by position, so the file may be larger than memory; may be used by several threads.
 */
public final class NpyFile implements Closeable {
  private final Path file;
  private final FileChannel channel;
  private final NpyHeader header;
  private final String source;

  private NpyFile(Path file, FileChannel channel, NpyHeader header) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.source = file.toString();
  }

  /**
   * Opens the file and checks its header and its length.
   *
   * @throws InputException if there is no such file, it is no {@code .npy} of a numeric array, or
   *     its length is not what its header says
   */
  public static NpyFile open(Path file) {
    String source = file.toString();
    if (Files.isDirectory(file)) {
      throw new InputException(source + ": is a folder, not a .npy file");
    }
    FileChannel channel;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new InputException(source + ": no such file", e);
    } catch (IOException e) {
      throw new InputException(source + ": cannot be opened: " + e.getMessage(), e);
    }
    try {
      return new NpyFile(file, channel, checkedHeader(channel, source));
    } catch (RuntimeException e) {
      closeAfter(channel, e);
      throw e;
    }
  }

  /** Element type, memory order and shape. */
  public NpyHeader header() {
    return header;
  }

  /** The whole array, real numbers as {@code float}. */
  public FloatTensor floats() {
    return whole(NpyBody::floats);
  }

  /** The whole array, real numbers as {@code double}. */
  public DoubleTensor doubles() {
    return whole(NpyBody::doubles);
  }

  /** The whole array, real numbers in float32 if that loses nothing, else in float64. */
  public RealTensor reals() {
    return whole(NpyBody::reals);
  }

  /** The whole array of whole numbers. */
  public LongTensor longs() {
    return whole(NpyBody::longs);
  }

  /**
   * The named rows, in the order named.
   *
   * @param rows 0-based positions along the first axis; repeats are allowed
   * @return {@code [row, …]}, the file's shape with {@code rows.length} as first extent
   * @throws InputException if the file has no such row, or its elements are not real numbers
   */
  public FloatTensor readRows(int... rows) {
    Shape shape = requireRows(rows);
    FloatTensor tensor = FloatTensor.zeros(shape.extents().stream().mapToLong(e -> e).toArray());
    try {
      new NpyRows(channel, header, source).read(rows, tensor.values());
    } catch (IOException e) {
      throw new UncheckedIOException(source, e);
    }
    return tensor;
  }

  /** Rows {@code from} (included) to {@code to} (excluded). */
  public FloatTensor readRange(int from, int to) {
    return readRows(IntStream.range(from, to).toArray());
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private <T> T whole(NpyBody.Reading<T> reading) {
    try (InputStream in = Files.newInputStream(file)) {
      return reading.read(NpyBody.open(in, source, NpyLimits.ofData(header.dataBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(source, e);
    }
  }

  private Shape requireRows(int[] rows) {
    if (header.shape().rank() == 0) {
      throw new InputException(source + ": is a single number and has no rows");
    }
    if (header.type() == ElementType.COMPLEX64 || header.type() == ElementType.COMPLEX128) {
      throw new InputException(source + ": holds complex numbers, real numbers are needed");
    }
    for (int row : rows) {
      if (row < 0 || row >= header.shape().extent(0)) {
        throw new InputException(
            source + ": has rows 0 to " + (header.shape().extent(0) - 1) + ", not row " + row);
      }
    }
    Shape shape = header.shape().withFirst(rows.length);
    if (shape.elements() > Integer.MAX_VALUE - 8) {
      throw new InputException(
          source + ": " + rows.length + " rows have too many elements to be held at once");
    }
    return shape;
  }

  private static NpyHeader checkedHeader(FileChannel channel, String source) {
    try {
      InputStream in = new BufferedInputStream(Channels.newInputStream(channel));
      NpyHeader header = NpyHeader.read(in, source, NpyLimits.ofData(Long.MAX_VALUE));
      long expected = header.dataOffset() + header.dataBytes();
      if (channel.size() != expected) {
        throw new InputException(
            source
                + ": is "
                + channel.size()
                + " bytes long, its header "
                + header.shape()
                + " asks for "
                + expected
                + (channel.size() < expected ? "; the file is incomplete" : ""));
      }
      return header;
    } catch (IOException e) {
      throw new UncheckedIOException(source, e);
    }
  }

  private static void closeAfter(FileChannel channel, RuntimeException failure) {
    try {
      channel.close();
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }
}
