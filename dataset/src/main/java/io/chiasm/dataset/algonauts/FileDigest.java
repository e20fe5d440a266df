package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** SHA-256 digest of a file of the data set. */
final class FileDigest {
  private FileDigest() {}

  static Digest of(Path file) {
    try {
      return Sha256.of(Files.newInputStream(file)).digest();
    } catch (IOException e) {
      throw new DefectException(file, "cannot be read (" + e + ")", "a readable file");
    }
  }
}
