package io.chiasm.local.sending;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** A file of this machine as it was when it was read. */
record HashedFile(Path file, long bytes, FileTime modified, List<Chunk> chunks) {
  HashedFile {
    chunks = List.copyOf(chunks);
  }

  /**
   * Reads a file once.
   *
   * @param progress is told of bytes that were read
   * @throws InputException if it cannot be read, or changes meanwhile
   */
  static HashedFile of(Path file, LongConsumer progress) {
    try {
      long bytes = Files.size(file);
      FileTime modified = Files.getLastModifiedTime(file);
      List<Chunk> chunks = new ArrayList<>();
      long sum = 0;
      try (InputStream in = Files.newInputStream(file)) {
        for (byte[] piece = next(in); piece.length > 0; piece = next(in)) {
          chunks.add(new Chunk(Sha256.of(piece), piece.length));
          sum += piece.length;
          progress.accept(piece.length);
        }
      }
      HashedFile hashed = new HashedFile(file, bytes, modified, chunks);
      if (sum != bytes) {
        throw changed(file);
      }
      hashed.requireUnchanged();
      return hashed;
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + Reason.of(e), e);
    }
  }

  private static byte[] next(InputStream in) throws IOException {
    return in.readNBytes(Chunk.MOST_BYTES);
  }

  /**
   * The bytes of one chunk.
   *
   * @throws InputException if they are no longer those
   */
  byte[] read(int index) {
    Chunk chunk = chunks.get(index);
    ByteBuffer bytes = ByteBuffer.allocate(chunk.bytes());
    try (FileChannel channel = FileChannel.open(file)) {
      long start = (long) index * Chunk.MOST_BYTES;
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, start + bytes.position()) < 0) {
          throw changed(file);
        }
      }
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + Reason.of(e), e);
    }
    if (!Sha256.of(bytes.array()).equals(chunk.sha256())) {
      throw changed(file);
    }
    return bytes.array();
  }

  /**
   * @throws InputException if the file is another than it was
   */
  void requireUnchanged() {
    try {
      if (Files.size(file) != bytes || !Files.getLastModifiedTime(file).equals(modified)) {
        throw changed(file);
      }
    } catch (IOException e) {
      throw changed(file);
    }
  }

  private static InputException changed(Path file) {
    return new InputException(
        file + ": changed while it was being sent: let it rest and submit again");
  }

  UploadedFile as(String name) {
    return new UploadedFile(
        name, bytes, chunks.stream().map(chunk -> chunk.sha256().value()).toList());
  }
}
