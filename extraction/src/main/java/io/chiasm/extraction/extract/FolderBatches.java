package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.extraction.preprocess.PreprocessingRecipe;
import io.chiasm.extraction.preprocess.Preprocessor;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Passes the first photographs of a folder, in order of their names, through a network: batch by
 * batch, each in one run, for networks whose results depend on the whole batch.
 */
public final class FolderBatches {
  private final Extraction extraction;
  private final NetworkOpener opener;

  public FolderBatches(Extraction extraction, NetworkOpener opener) {
    this.extraction = extraction;
    this.opener = opener;
  }

  /**
   * What was passed through.
   *
   * @param photographs how many
   * @param passedOver names of what is no photograph, in order
   * @param sha256 digest of the photographs' own hex SHA-256 digests, one a line, in order
   */
  public record Passed(int photographs, List<String> passedOver, Digest sha256) {
    public Passed {
      passedOver = List.copyOf(passedOver);
    }
  }

  /**
   * Runs the network.
   *
   * @param most photographs to pass; all, if the folder has fewer
   * @param sink takes each batch's outputs
   * @throws InputException naming the folder or photograph that does not work, or if the folder has
   *     fewer than two photographs
   */
  public Passed run(
      Path folder, int most, LoadedNetwork network, PreprocessingRecipe recipe, BlockSink sink) {
    PhotographFolder listed = PhotographFolder.list(folder, false, null);
    List<PhotographFolder.Named> files = listed.photographs();
    if (files.size() < 2) {
      throw new InputException(
          "one PNG or JPEG file in " + folder + "; statistics over images need two or more");
    }
    FolderPhotographs photographs =
        new FolderPhotographs(files.subList(0, Math.min(most, files.size())));
    try (NetworkRunner runner = opener.open(network)) {
      List<List<Photograph>> batches = photographs.blocks(extraction.settings().batch());
      extraction.run(runner, new Preprocessor(recipe), batches, sink);
    }
    String digests =
        photographs.rows().stream().map(r -> r.get(1)).collect(Collectors.joining("\n"));
    return new Passed(photographs.count(), listed.passedOver(), Sha256.of(digests + "\n"));
  }
}
