/**
 * Files that lie in S3 buckets, as the JDK's own paths: {@code s3://bucket/key}. Whatever reads a
 * data set, a network or a surface through {@link java.nio.file.Path} reads it there too, with the
 * same checks and the same words. Read only.
 */
@NullMarked
package io.chiasm.contracts.shell.bucket;

import org.jspecify.annotations.NullMarked;
