package io.chiasm.encoding.testing;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the {@code .npy} files that numpy wrote for these tests; nothing else is promised. */
public final class Npy {
  private static final Pattern HEADER =
      Pattern.compile("'descr': '<(..)'.*'shape': \\(([0-9, ]*)\\)");

  private Npy() {}

  public static DoubleTensor doubles(Path file) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
      int header = 10 + bytes.getShort(8);
      String text = new String(bytes.array(), 10, header - 10, StandardCharsets.US_ASCII);
      Matcher matcher = HEADER.matcher(text);
      if (!matcher.find()) {
        throw new IOException(file + ": " + text);
      }
      long[] shape =
          Stream.of(matcher.group(2).split(","))
              .map(String::strip)
              .filter(s -> !s.isEmpty())
              .mapToLong(Long::parseLong)
              .toArray();
      bytes.position(header);
      double[] values = new double[(int) Shape.of(shape).elements()];
      for (int i = 0; i < values.length; i++) {
        values[i] = next(bytes, matcher.group(1));
      }
      return new DoubleTensor(Shape.of(shape), values);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static FloatTensor floats(Path file) {
    DoubleTensor wide = doubles(file);
    float[] values = new float[wide.values().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) wide.values()[i];
    }
    return new FloatTensor(wide.shape(), values);
  }

  public static int[] ints(Path file) {
    double[] wide = doubles(file).values();
    int[] values = new int[wide.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = (int) wide[i];
    }
    return values;
  }

  private static double next(ByteBuffer bytes, String type) {
    return switch (type) {
      case "f4" -> bytes.getFloat();
      case "f8" -> bytes.getDouble();
      case "i8" -> bytes.getLong();
      default -> throw new IllegalArgumentException("element type " + type);
    };
  }
}
