package io.chiasm.contracts.hash;

import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.Sha256;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over named and typed fields: the digest in an object's key. Two contents have the same
 * digest only if kind, version, and every field's name, type, value and place are the same: each
 * field is written as a type letter and length-prefixed parts, so no two lists of fields give the
 * same bytes.
 *
 * <pre>{@code
 * ContentHash.of("activations", 1).field("network", sha).list("stimuli", names).hex()
 * }</pre>
 *
 * <p>Immutable: every method gives a new digest, so a common beginning can be shared. Whole numbers
 * and floating-point numbers are different types; {@code int} and {@code long}, and {@code float}
 * and {@code double}, are not.
 */
public final class ContentHash {
  private static final String FORMAT = "chiasm-content-1";
  private static final int KEY_CHARACTERS = 32;

  private final MessageDigest digest;

  private ContentHash(MessageDigest digest) {
    this.digest = digest;
  }

  /**
   * The beginning of a digest.
   *
   * @param kind what the object is, such as {@code activations}
   * @param version of the computation and format; raised when either changes
   */
  public static ContentHash of(String kind, long version) {
    ContentHash start = new ContentHash(Sha256.algorithm());
    start.putText(FORMAT);
    return start.field("kind", kind).field("version", version);
  }

  /**
   * Adds a text.
   *
   * @throws IllegalArgumentException if it is not valid Unicode (half a surrogate pair)
   */
  public ContentHash field(String name, String value) {
    ContentHash next = next('t', name);
    next.putText(value);
    return next;
  }

  /** Adds a digest as the text of its digits. */
  public ContentHash field(String name, Digest value) {
    return field(name, value.value());
  }

  /** Adds a whole number. */
  public ContentHash field(String name, long value) {
    ContentHash next = next('i', name);
    next.putLong(value);
    return next;
  }

  /** Adds a floating-point number; −0 is 0, and every NaN is the same. */
  public ContentHash field(String name, double value) {
    ContentHash next = next('d', name);
    next.putDouble(value);
    return next;
  }

  /** Adds a yes or no. */
  public ContentHash field(String name, boolean value) {
    ContentHash next = next('b', name);
    next.putLong(value ? 1 : 0);
    return next;
  }

  /** Adds the digest of something that this content was computed from. */
  public ContentHash field(String name, ContentHash value) {
    ContentHash next = next('h', name);
    next.digest.update(value.bytes());
    return next;
  }

  /** Adds texts, in this order. */
  public ContentHash list(String name, List<String> values) {
    ContentHash next = next('T', name);
    next.putInt(values.size());
    values.forEach(next::putText);
    return next;
  }

  /**
   * Adds numbers, in this order.
   *
   * @throws IllegalArgumentException if one is neither a whole number nor a {@code float} or {@code
   *     double}
   */
  public ContentHash numbers(String name, List<? extends Number> values) {
    ContentHash next = next('N', name);
    next.putInt(values.size());
    values.forEach(next::putNumber);
    return next;
  }

  /** The first 128 bits as 32 lower-case hexadecimal digits: the form used in keys. */
  public String hex() {
    return full().value().substring(0, KEY_CHARACTERS);
  }

  /** All 256 bits. */
  public Digest full() {
    return new Digest(HexFormat.of().formatHex(bytes()));
  }

  @Override
  public String toString() {
    return hex();
  }

  private byte[] bytes() {
    return copy(digest).digest();
  }

  private ContentHash next(char type, String name) {
    ContentHash next = new ContentHash(copy(digest));
    next.digest.update((byte) type);
    next.putText(name);
    return next;
  }

  private void putText(String text) {
    try {
      // The encoder reports what String.getBytes would turn into '?', making two texts one.
      ByteBuffer utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      putInt(utf8.remaining());
      digest.update(utf8);
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("text is not valid Unicode", e);
    }
  }

  private void putNumber(Number value) {
    if (value instanceof Integer || value instanceof Long) {
      digest.update((byte) 'i');
      putLong(value.longValue());
    } else if (value instanceof Double || value instanceof Float) {
      digest.update((byte) 'd');
      putDouble(value.doubleValue());
    } else {
      throw new IllegalArgumentException("no canonical form for a " + value.getClass());
    }
  }

  private void putDouble(double value) {
    putLong(Double.doubleToLongBits(value == 0 ? 0.0 : value));
  }

  private void putInt(int value) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, value));
  }

  private void putLong(long value) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, value));
  }

  private static MessageDigest copy(MessageDigest digest) {
    try {
      return (MessageDigest) digest.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("this platform's SHA-256 cannot be continued", e);
    }
  }
}
