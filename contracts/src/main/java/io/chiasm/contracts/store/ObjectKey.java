package io.chiasm.contracts.store;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Key of an object: segments of letters, digits, {@code . _ - =} joined by single slashes. The
 * narrow form is safe on every S3 server and on a file system behind one; no segment is {@code .}
 * or {@code ..}.
 */
public record ObjectKey(String value) implements Comparable<ObjectKey> {
  private static final Pattern FORM =
      Pattern.compile("(?!.*(^|/)\\.\\.?(/|$))[A-Za-z0-9._=-]+(/[A-Za-z0-9._=-]+)*");
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

  private static boolean isKey(String value) {
    return value.length() <= LONGEST && FORM.matcher(value).matches();
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
