package io.chiasm.contracts.store;

import org.jspecify.annotations.Nullable;

/**
 * What the store knows of an object without reading it.
 *
 * @param bytes size
 * @param sha256 digest given when it was put; null for an object put by other software
 */
public record ObjectStat(long bytes, @Nullable Digest sha256) {
  /**
   * The digest of an object that was read, or put by this software.
   *
   * @throws IllegalStateException if it is not known
   */
  public Digest digest() {
    if (sha256 == null) {
      throw new IllegalStateException("the digest of an object put by others is not known");
    }
    return sha256;
  }

  /** The digest's digits for a document; none if it is not known. */
  public String hex() {
    return sha256 == null ? "" : sha256.value();
  }
}
