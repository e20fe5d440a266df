package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Bytes to be stored, readable from the start as often as a retry needs them. */
public interface Content {
  /** Exact number of bytes. */
  long bytes();

  /** A new stream over all bytes. */
  InputStream open() throws IOException;

  /**
   * What every reading gives, where the bytes cannot change: whoever stores them need not read them
   * for it. Empty for a file, which somebody may write to.
   */
  default Optional<ObjectStat> known() {
    return Optional.empty();
  }

  /**
   * Size and digest, by reading all bytes where they are not known.
   *
   * @param key of the object that they should become
   * @throws InputException if they cannot be read
   * @throws DamagedObjectException if they are more or fewer than was said
   */
  default ObjectStat measure(ObjectKey key) {
    ObjectStat stat = known().orElseGet(() -> read(key));
    if (stat.bytes() != bytes()) {
      throw new DamagedObjectException(key, "size", bytes(), stat.bytes());
    }
    return stat;
  }

  private ObjectStat read(ObjectKey key) {
    try {
      return Sha256.of(open());
    } catch (IOException e) {
      throw unreadable(key, e);
    }
  }

  /** Says that it is not the store that fails. */
  static InputException unreadable(ObjectKey key, IOException cause) {
    return new InputException("cannot read what should become object " + key + ": " + cause, cause);
  }

  /** Bytes that nobody changes from now on. */
  static Content of(byte[] bytes) {
    ObjectStat stat = new ObjectStat(bytes.length, Sha256.of(bytes));
    return new Content() {
      @Override
      public long bytes() {
        return bytes.length;
      }

      @Override
      public Optional<ObjectStat> known() {
        return Optional.of(stat);
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(bytes);
      }
    };
  }

  static Content of(Path file) throws IOException {
    long size = Files.size(file);
    return new Content() {
      @Override
      public long bytes() {
        return size;
      }

      @Override
      public InputStream open() throws IOException {
        return Files.newInputStream(file);
      }
    };
  }
}
