package io.chiasm.contracts.upload;

import io.chiasm.contracts.store.Digest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a file, known by its content.
 *
 * @param sha256 of its bytes
 * @param bytes from 1 to {@value #MOST_BYTES}
 */
public record Chunk(Digest sha256, int bytes) {
  /** Size of all chunks of a file but the last; below what servers take in one request. */
  public static final int MOST_BYTES = 8 << 20;

  private static final Pattern NAME = Pattern.compile("([0-9a-f]{64})-([0-9]{1,7})");

  public Chunk {
    if (bytes < 1 || bytes > MOST_BYTES) {
      throw new IllegalArgumentException("no chunk: " + sha256 + " of " + bytes + " bytes");
    }
  }

  /** The chunk of a {@link #name}; empty if it is none. */
  public static Optional<Chunk> parse(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return Optional.empty();
    }
    int bytes = Integer.parseInt(parts.group(2));
    return bytes < 1 || bytes > MOST_BYTES
        ? Optional.empty()
        : Optional.of(new Chunk(new Digest(parts.group(1)), bytes));
  }

  /** Digest and size, so that a listing tells both. */
  public String name() {
    return sha256 + "-" + bytes;
  }
}
