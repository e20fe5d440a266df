package io.chiasm.report.surface;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Element types of GIFTI arrays, by NIfTI's names; read as float32, which holds any vertex number.
 */
enum GiftiType {
  UINT8(1, b -> b.get() & 0xff),
  INT32(4, ByteBuffer::getInt),
  FLOAT32(4, ByteBuffer::getFloat),
  INT8(1, ByteBuffer::get),
  INT16(2, ByteBuffer::getShort),
  UINT16(2, b -> Short.toUnsignedInt(b.getShort())),
  UINT32(4, b -> Integer.toUnsignedLong(b.getInt())),
  INT64(8, ByteBuffer::getLong),
  UINT64(8, b -> unsigned(b.getLong())),
  FLOAT64(8, b -> (float) b.getDouble());

  private static final String PREFIX = "NIFTI_TYPE_";

  private final int bytes;

  @SuppressWarnings("ImmutableEnumChecker") // functions without state
  private final Next next;

  GiftiType(int bytes, Next next) {
    this.bytes = bytes;
    this.next = next;
  }

  static Optional<GiftiType> of(String label) {
    return Arrays.stream(values()).filter(type -> type.label().equals(label)).findFirst();
  }

  /** All labels, in words. */
  static String labels() {
    return Arrays.stream(values()).map(GiftiType::label).collect(Collectors.joining(", "));
  }

  int bytes() {
    return bytes;
  }

  /** Takes the next element, rounded to float32. */
  float next(ByteBuffer buffer) {
    return next.of(buffer);
  }

  private String label() {
    return PREFIX + name();
  }

  /** Numbers that large are no vertex's; only that they are large matters. */
  private static float unsigned(long bits) {
    return bits >= 0 ? bits : Float.MAX_VALUE;
  }

  /** Takes an element out of a buffer. */
  private interface Next {
    float of(ByteBuffer buffer);
  }
}
