package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Files of photographs, and the SHA-256 digest of each once it was read. */
final class FolderPhotographs {
  private final List<PhotographFolder.Named> files;
  private final AtomicReferenceArray<Digest> digests;

  FolderPhotographs(List<PhotographFolder.Named> files) {
    this.files = List.copyOf(files);
    this.digests = new AtomicReferenceArray<>(files.size());
  }

  /** One block per batch: nothing waits in memory that could be on disk. */
  List<List<Photograph>> blocks(int batch) {
    List<List<Photograph>> blocks = new ArrayList<>();
    for (int row = 0; row < files.size(); row++) {
      if (row % batch == 0) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(photograph(row));
    }
    return blocks;
  }

  private Photograph photograph(int row) {
    Path file = files.get(row).file();
    return new Photograph(
        file.toString(),
        () -> {
          byte[] bytes = read(file);
          digests.set(row, Sha256.of(bytes));
          return bytes;
        });
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new InputException(file + " cannot be read: " + Reason.of(e), e);
    }
  }

  int count() {
    return files.size();
  }

  /** Name and hex digest of every photograph, all of which were read. */
  List<List<String>> rows() {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < files.size(); row++) {
      rows.add(List.of(files.get(row).name(), digests.get(row).value()));
    }
    return rows;
  }
}
