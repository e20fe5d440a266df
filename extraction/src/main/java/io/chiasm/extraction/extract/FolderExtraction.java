package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.extraction.preprocess.Preprocessor;
import java.util.List;

/**
 * Writes the activations of a folder's photographs: {@code OUT/<layer>.npy} {@code [stimulus,
 * channel, row, column]}, streamed, and {@code OUT/stimuli.csv} with {@code row,file,sha256}.
 * Photographs are sorted by name. Files appear only when all are complete, and those of an earlier
 * extraction into the folder go.
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
    PhotographFolder listed =
        PhotographFolder.list(request.images(), request.recursive(), request.output());
    FolderPhotographs photographs = new FolderPhotographs(listed.photographs());
    int count = photographs.count();
    List<String> layers = request.network().layers();
    try (FolderOutput output = new FolderOutput(request.output(), layers, count, request.stored());
        NetworkRunner network = opener.open(request.network())) {
      int each = extraction.settings().filling(network).batch();
      extraction.run(
          network,
          new Preprocessor(request.recipe()),
          request.stored(),
          photographs.blocks(each),
          (block, activations) -> {
            output.append(activations);
            progress.advanced(Math.min((block + 1) * each, count), count);
          });
      return output.complete(photographs.rows(), listed.passedOver());
    }
  }
}
