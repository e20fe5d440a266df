package io.chiasm.contracts.shell.bucket;

import java.util.regex.Pattern;

/**
 * How paths in buckets of one kind are written.
 *
 * @param name of the scheme
 * @param prefix what comes before a bucket's name
 * @param bucket form of a bucket's name
 * @param bucketForm the same in words
 */
public record BucketScheme(String name, String prefix, Pattern bucket, String bucketForm) {
  /** {@code s3://bucket/key}. */
  public static final BucketScheme S3 =
      new BucketScheme(
          "s3",
          "s3://",
          Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]"),
          "a bucket's name has 3 to 63 lower-case letters, digits, dots and hyphens");

  /** Files that were sent with a study: {@code upload:tree/path}. */
  public static final BucketScheme UPLOAD =
      new BucketScheme(
          "upload",
          "upload:",
          Pattern.compile("[0-9a-f]{16}"),
          "files that were sent are known by 16 digits 0 to 9 and a to f");

  /** Whether a text is meant as a path of this kind. */
  public boolean claims(String text) {
    return text.startsWith(name + ":");
  }

  boolean isBucket(String text) {
    return bucket.matcher(text).matches();
  }
}
