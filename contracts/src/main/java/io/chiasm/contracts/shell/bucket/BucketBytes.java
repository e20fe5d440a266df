package io.chiasm.contracts.shell.bucket;

/** A part of an object, and the object that it is a part of. */
public final class BucketBytes {
  private final byte[] bytes;
  private final long total;
  private final String etag;

  /**
   * @param bytes the part; shared, not copied
   * @param total size of the whole object
   * @param etag version of the object
   */
  public BucketBytes(byte[] bytes, long total, String etag) {
    this.bytes = bytes;
    this.total = total;
    this.etag = etag;
  }

  byte[] bytes() {
    return bytes;
  }

  long total() {
    return total;
  }

  String etag() {
    return etag;
  }
}
