package io.chiasm.contracts.store;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A SHA-256 digest.
 *
 * @param value 64 lower-case hexadecimal digits
 */
public record Digest(String value) {
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public Digest {
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a SHA-256 has 64 lower-case hexadecimal digits, not '" + value + "'");
    }
  }

  /** The digest of these 32 bytes. */
  static Digest of(byte[] bytes) {
    return new Digest(HexFormat.of().formatHex(bytes));
  }

  /** The digest that a text writes; empty if it writes none. */
  public static Optional<Digest> parse(@Nullable String text) {
    return text != null && FORM.matcher(text).matches()
        ? Optional.of(new Digest(text))
        : Optional.empty();
  }

  /** Its digits. */
  @Override
  public String toString() {
    return value;
  }
}
