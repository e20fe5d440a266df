package io.chiasm.networks.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages files in the ways that fuzzers do: one after another, up to four. */
final class Mutation {
  private static final int MOST = 4;
  private static final int LONGEST_PIECE = 64;
  private static final long[] LENGTHS = {
    0,
    1,
    2,
    127,
    128,
    255,
    256,
    0x7fff,
    0xffff,
    1 << 20,
    0x7fff_ffffL,
    0xffff_ffffL,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    -1
  };
  private static final String[] NUMBERS = {
    "0", "-1", "1e308", "4294967296", "9223372036854775807", "99999999999999999999999", "1.5"
  };

  private final Random random;
  private final List<byte[]> donors;

  /**
   * @param donors files whose pieces find their way into others
   */
  Mutation(Random random, List<byte[]> donors) {
    this.random = random;
    this.donors = donors;
  }

  byte[] of(byte[] whole) {
    byte[] bytes = whole.clone();
    int changes = 1 + random.nextInt(MOST);
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      bytes = changed(bytes);
    }
    return bytes;
  }

  private byte[] changed(byte[] bytes) {
    return switch (random.nextInt(11)) {
      case 0, 1 -> flipped(bytes);
      case 2 -> replaced(bytes);
      case 3, 4 -> inflated(bytes);
      case 5 -> Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
      case 6 -> spliced(bytes, piece(bytes), 0);
      case 7 -> spliced(bytes, new byte[0], 1 + random.nextInt(LONGEST_PIECE));
      case 8 -> spliced(bytes, piece(donor()), random.nextInt(LONGEST_PIECE));
      case 9 -> crossed(bytes, donor());
      default -> renumbered(bytes);
    };
  }

  private byte[] flipped(byte[] bytes) {
    for (int flips = random.nextInt(8); flips >= 0; flips--) {
      bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return bytes;
  }

  private byte[] replaced(byte[] bytes) {
    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    return bytes;
  }

  /** Any two, four or eight bytes may be a length or an offset. */
  private byte[] inflated(byte[] bytes) {
    int width = 2 << random.nextInt(3);
    if (bytes.length < width) {
      return bytes;
    }
    long length =
        random.nextInt(4) == 0
            ? bytes.length + random.nextInt(5) - 2
            : LENGTHS[random.nextInt(LENGTHS.length)];
    ByteBuffer field = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    field.putLong(0, length);
    System.arraycopy(field.array(), 0, bytes, random.nextInt(bytes.length - width + 1), width);
    return bytes;
  }

  private byte[] spliced(byte[] bytes, byte[] piece, int dropped) {
    int at = random.nextInt(bytes.length + 1);
    int after = Math.min(bytes.length, at + dropped);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, at);
    out.writeBytes(piece);
    out.write(bytes, after, bytes.length - after);
    return out.toByteArray();
  }

  /** The beginning of one file and the end of another. */
  private byte[] crossed(byte[] bytes, byte[] other) {
    int end = random.nextInt(bytes.length + 1);
    int start = random.nextInt(other.length + 1);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, end);
    out.write(other, start, other.length - start);
    return out.toByteArray();
  }

  /** Another number where digits are. */
  private byte[] renumbered(byte[] bytes) {
    int start = random.nextInt(bytes.length);
    while (start < bytes.length && !isDigit(bytes[start])) {
      start++;
    }
    int end = start;
    while (end < bytes.length && isDigit(bytes[end])) {
      end++;
    }
    String number = NUMBERS[random.nextInt(NUMBERS.length)];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(bytes, 0, start);
    out.writeBytes(number.getBytes(StandardCharsets.US_ASCII));
    out.write(bytes, end, bytes.length - end);
    return out.toByteArray();
  }

  private byte[] piece(byte[] from) {
    int start = random.nextInt(from.length);
    int length = Math.min(from.length - start, 1 + random.nextInt(LONGEST_PIECE));
    return Arrays.copyOfRange(from, start, start + length);
  }

  private byte[] donor() {
    return donors.get(random.nextInt(donors.size()));
  }

  private static boolean isDigit(byte value) {
    return value >= '0' && value <= '9';
  }
}
