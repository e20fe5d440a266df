package io.chiasm.contracts.access;

import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Whom a token stands for. The token itself is nowhere kept; it has 256 random bits, so that a
 * plain hash cannot be turned back.
 *
 * @param name of a person or program: 1 to 64 letters, digits, {@code . _ @ -}
 * @param role what the holder may do
 * @param sha256 of the token
 * @param expires the last day on which it is good; null for one that stays good
 */
public record AccessToken(String name, String role, Digest sha256, @Nullable LocalDate expires) {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@-]{0,63}");

  public AccessToken {
    if (!isName(name)) {
      throw new IllegalArgumentException("no name of a token's holder: " + name);
    }
  }

  /** Whether a holder may be called so. */
  public static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  /** SHA-256 of a token. */
  public static Digest hash(String token) {
    return Sha256.of(token);
  }

  /** Whether this is the token of that hash; takes as long for any other. */
  public boolean hasHash(Digest hash) {
    return MessageDigest.isEqual(
        sha256.value().getBytes(StandardCharsets.US_ASCII),
        hash.value().getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether it is still good on that day. */
  public boolean goodOn(LocalDate day) {
    return expires == null || !day.isAfter(expires);
  }
}
