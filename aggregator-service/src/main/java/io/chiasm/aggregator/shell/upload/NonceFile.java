package io.chiasm.aggregator.shell.upload;

import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.upload.DiskProof;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The file by which clients find out that they share this process's disk. */
public final class NonceFile implements AutoCloseable {
  private static final int BYTES = 32;

  private final Path file;
  private final DiskProof proof;

  public NonceFile() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    byte[] text = HexFormat.of().formatHex(random).getBytes(StandardCharsets.US_ASCII);
    try {
      file = Files.createTempFile("chiasm-disk-", ".txt").toAbsolutePath();
      Files.write(file, text);
      file.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    proof = new DiskProof(file.toString(), Sha256.of(text).value());
  }

  public DiskProof proof() {
    return proof;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // A few bytes among temporary files.
      return;
    }
  }
}
