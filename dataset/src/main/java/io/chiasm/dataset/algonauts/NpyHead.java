package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Header of a {@code .npy} file, format versions 1 to 3.
 *
 * @param code numpy's type code without byte order: {@code f4}, {@code i8}, {@code O}
 * @param fortran whether the first axis varies fastest
 * @param dataOffset byte at which the values begin
 */
record NpyHead(String code, ByteOrder order, boolean fortran, Shape shape, long dataOffset) {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final int LONGEST = 1 << 16;
  private static final Pattern DESCR =
      Pattern.compile("['\"]descr['\"]\\s*:\\s*['\"]([<>|=]?)([A-Za-z]\\d*)['\"]");
  private static final Pattern FORTRAN =
      Pattern.compile("['\"]fortran_order['\"]\\s*:\\s*(True|False)");
  private static final Pattern SHAPE =
      Pattern.compile("['\"]shape['\"]\\s*:\\s*\\(([\\dL,\\s]*+)\\)");

  /** Python 2 wrote an L behind it. */
  private static final Pattern EXTENT = Pattern.compile("\\d{1,18}L?");

  private static final int MOST_AXES = 64;

  static NpyHead read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] start = in.readNBytes(8);
      if (start.length < 8 || !Arrays.equals(MAGIC, Arrays.copyOf(start, MAGIC.length))) {
        throw malformed(file, "not a .npy file");
      }
      int lengthBytes = start[6] == 1 ? 2 : 4;
      byte[] length = Arrays.copyOf(in.readNBytes(lengthBytes), 4);
      int headerBytes = ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getInt();
      if (start[6] < 1 || start[6] > 3 || headerBytes < 0 || headerBytes > LONGEST) {
        throw malformed(file, "not a .npy header of version 1 to 3");
      }
      String header = new String(in.readNBytes(headerBytes), StandardCharsets.UTF_8);
      return parse(file, header, 8L + lengthBytes + headerBytes);
    } catch (IOException e) {
      throw malformed(file, "cannot be read (" + e + ")");
    }
  }

  private static NpyHead parse(Path file, String header, long dataOffset) {
    Matcher descr = find(DESCR, header, file, "plain element type");
    boolean big = descr.group(1).equals(">");
    return new NpyHead(
        descr.group(2),
        big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN,
        find(FORTRAN, header, file, "fortran_order").group(1).equals("True"),
        shape(file, find(SHAPE, header, file, "shape").group(1)),
        dataOffset);
  }

  private static Matcher find(Pattern pattern, String header, Path file, String what) {
    Matcher matcher = pattern.matcher(header);
    if (!matcher.find()) {
      throw malformed(file, "no " + what + " in the .npy header " + header.strip());
    }
    return matcher;
  }

  private static Shape shape(Path file, String tuple) {
    List<Long> extents = new ArrayList<>();
    for (String text : tuple.split(",", MOST_AXES + 2)) {
      String extent = text.strip();
      if (!extent.isEmpty() && (!EXTENT.matcher(extent).matches() || extents.size() == MOST_AXES)) {
        throw malformed(file, "no shape in the .npy header");
      }
      if (!extent.isEmpty()) {
        extents.add(Long.parseLong(extent.replace("L", "")));
      }
    }
    return new Shape(extents);
  }

  private static DefectException malformed(Path file, String wrong) {
    return new DefectException(file, wrong, "a file written by numpy.save");
  }

  /** Checks that the file is exactly as long as its header says. */
  void requireBytes(Path file, int elementBytes) {
    long expected;
    long found;
    try {
      expected = Math.addExact(dataOffset, Math.multiplyExact(shape.elements(), elementBytes));
      found = Files.size(file);
    } catch (ArithmeticException e) {
      throw malformed(file, "shape " + shape + " has more elements than a file can hold");
    } catch (IOException e) {
      throw malformed(file, "cannot be read (" + e + ")");
    }
    if (found != expected) {
      throw new DefectException(
          file,
          (found < expected ? "the file is cut off: " : "the file is too long: ")
              + found
              + " bytes",
          "shape " + shape + " of type " + code + " takes " + expected + " bytes");
    }
  }
}
