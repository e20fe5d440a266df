package io.chiasm.extractor.extraction;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.extractor.preprocess.Preprocessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Writes the activations of a folder's photographs: {@code OUT/<layer>.npy} {@code [stimulus,
 * channel, row, column]} float32, streamed, and {@code OUT/stimuli.csv} with {@code
 * row,file,sha256}. Photographs are sorted by name. Files appear only when all are complete.
 */
public final class FolderExtraction {
  private final Extraction extraction;
  private final NetworkOpener opener;

  public FolderExtraction(Extraction extraction, NetworkOpener opener) {
    this.extraction = extraction;
    this.opener = opener;
  }

  /**
   * Extracts and writes.
   *
   * @throws InputException naming the photograph, layer or folder that does not work; nothing of
   *     this run is left behind
   */
  public FolderResult run(FolderRequest request, ExtractionProgress progress) {
    List<Path> files = PhotographFolder.list(request.images());
    AtomicReferenceArray<String> digests = new AtomicReferenceArray<>(files.size());
    List<List<Photograph>> blocks = blocks(files, digests);
    List<String> layers = request.network().layers();
    try (NetworkRunner network = opener.open(request.network());
        FolderOutput output = new FolderOutput(request.output(), layers, files.size())) {
      int each = extraction.settings().batch();
      extraction.run(
          network,
          new Preprocessor(request.recipe()),
          blocks,
          (block, activations) -> {
            output.append(activations);
            progress.advanced(Math.min((block + 1) * each, files.size()), files.size());
          });
      return output.complete(rows(files, digests));
    }
  }

  /** One block per batch: nothing waits in memory that could be on disk. */
  private List<List<Photograph>> blocks(List<Path> files, AtomicReferenceArray<String> digests) {
    List<List<Photograph>> blocks = new ArrayList<>();
    for (int row = 0; row < files.size(); row++) {
      if (row % extraction.settings().batch() == 0) {
        blocks.add(new ArrayList<>());
      }
      blocks.get(blocks.size() - 1).add(photograph(files.get(row), row, digests));
    }
    return blocks;
  }

  private static Photograph photograph(Path file, int row, AtomicReferenceArray<String> digests) {
    return new Photograph(
        file.toString(),
        () -> {
          byte[] bytes = read(file);
          digests.set(row, sha256(bytes));
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

  private static List<List<String>> rows(List<Path> files, AtomicReferenceArray<String> digests) {
    List<List<String>> rows = new ArrayList<>();
    for (int row = 0; row < files.size(); row++) {
      rows.add(List.of(files.get(row).getFileName().toString(), digests.get(row)));
    }
    return rows;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
