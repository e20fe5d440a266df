package io.chiasm.contracts.upload;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One file of a {@link UploadTree}.
 *
 * @param path below the tree, with forward slashes
 * @param bytes size
 * @param chunks SHA-256 of its pieces in order, each of {@link Chunk#MOST_BYTES} but the last; none
 *     for an empty file
 */
public record UploadedFile(String path, long bytes, List<String> chunks) {
  public UploadedFile {
    Objects.requireNonNull(path, "path");
    chunks = List.copyOf(chunks);
  }

  /**
   * Its pieces with their sizes.
   *
   * @throws InputException if they are not as many as its size needs, or no digests
   */
  public List<Chunk> pieces() {
    long needed = bytes / Chunk.MOST_BYTES + (bytes % Chunk.MOST_BYTES == 0 ? 0 : 1);
    if (bytes < 0 || chunks.size() != needed) {
      throw new InputException(
          path + ": " + bytes + " bytes are not " + chunks.size() + " chunks, but " + needed);
    }
    List<Chunk> pieces = new ArrayList<>();
    for (int i = 0; i < chunks.size(); i++) {
      Optional<Digest> digest = Digest.parse(chunks.get(i));
      if (digest.isEmpty()) {
        throw new InputException(path + ": chunk " + i + " is no SHA-256 in lower-case hex");
      }
      long left = bytes - (long) i * Chunk.MOST_BYTES;
      pieces.add(new Chunk(digest.get(), (int) Math.min(left, Chunk.MOST_BYTES)));
    }
    return pieces;
  }
}
