package io.chiasm.contracts.store;

import java.util.Optional;

/**
 * Key of an object: segments of letters, digits, {@code . _ - =} joined by single slashes. The
 * narrow form is safe on every S3 server and on a file system behind one; no segment is {@code .}
 * or {@code ..}.
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {
  private static final int LONGEST = 512;

  public ObjectKey {
    if (!isKey(value)) {
      throw new IllegalArgumentException("not an object key: '" + value + "'");
    }
  }

  /** The key of this name, or empty if it is none (an object of other software). */
  public static Optional<ObjectKey> parse(String value) {
    return isKey(value) ? Optional.of(new ObjectKey(value)) : Optional.empty();
  }

  /** By hand, since plans have hundreds of thousands of keys: a pattern takes ten times as long. */
  private static boolean isKey(String value) {
    if (value.length() > LONGEST) {
      return false;
    }
    int begin = 0;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '/') {
        if (!isSegment(value, begin, i)) {
          return false;
        }
        begin = i + 1;
      } else if (!isNamed(c)) {
        return false;
      }
    }
    return isSegment(value, begin, value.length());
  }

  private static boolean isSegment(String value, int begin, int end) {
    int length = end - begin;
    return length > 2
        || (length > 0 && (value.charAt(begin) != '.' || value.charAt(end - 1) != '.'));
  }

  private static boolean isNamed(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= '0' && c <= '9')
        || (c >= 'A' && c <= 'Z')
        || c == '.'
        || c == '_'
        || c == '='
        || c == '-';
  }

  /** The key of {@code name} below this one. */
  public ObjectKey child(String name) {
    return new ObjectKey(value + "/" + name);
  }

  @Override
  public int compareTo(ObjectKey other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
