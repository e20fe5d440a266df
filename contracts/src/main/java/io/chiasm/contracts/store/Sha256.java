package io.chiasm.contracts.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A {@link Digest} in the making. */
public final class Sha256 {
  private static final int BLOCK_BYTES = 1 << 16;

  private final MessageDigest digest;
  private long bytes;

  /** Writes bytes. */
  @FunctionalInterface
  public interface Writing {
    void to(OutputStream out) throws IOException;
  }

  public Sha256() {
    digest = algorithm();
  }

  /** The algorithm itself, at its beginning. */
  public static MessageDigest algorithm() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The digest of a text in UTF-8. */
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The digest of what is written; none of it is kept. */
  public static Digest written(Writing writing) {
    MessageDigest digest = algorithm();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      writing.to(out);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to nowhere", e);
    }
    return Digest.of(digest.digest());
  }

  /** The digest of these bytes. */
  public static Digest of(byte[] bytes) {
    Sha256 sha = new Sha256();
    sha.update(bytes, 0, bytes.length);
    return sha.finish().digest();
  }

  /** Size and digest of all that the stream gives; closes it. */
  public static ObjectStat of(InputStream in) throws IOException {
    Sha256 sha = new Sha256();
    byte[] block = new byte[BLOCK_BYTES];
    try (in) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        sha.update(block, 0, n);
      }
    }
    return sha.finish();
  }

  public void update(byte[] block, int offset, int length) {
    digest.update(block, offset, length);
    bytes += length;
  }

  /** Number of bytes so far. */
  public long bytes() {
    return bytes;
  }

  /** Size and digest of all bytes; to be called once. */
  public ObjectStat finish() {
    return new ObjectStat(bytes, Digest.of(digest.digest()));
  }
}
