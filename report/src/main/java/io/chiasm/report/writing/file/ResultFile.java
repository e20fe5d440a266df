package io.chiasm.report.writing.file;

/**
 * A result as it can be fetched.
 *
 * @param path below the results folder, with forward slashes
 * @param bytes size
 * @param sha256 hex digest
 */
public record ResultFile(String path, long bytes, String sha256) {}
