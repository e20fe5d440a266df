package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.ceiling.NoiseCeilings;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Noise ceilings from a folder: {@code subj01/lh_noise_ceiling.npy}, or where the makers of the
 * Algonauts data keep them, {@code subj01/test_split/noise_ceiling/lh_noise_ceiling.npy}; {@code
 * [vertex]} explainable share of the variance.
 */
final class CeilingImport {
  private static final List<String> PLACES = List.of("", "test_split/noise_ceiling/");

  private final Path folder;

  /**
   * @throws InputException if it is no folder
   */
  CeilingImport(Path folder) {
    this.folder = folder;
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "dataset.noise_ceiling: found the file "
              + folder
              + "; possible: a folder with subj01/lh_noise_ceiling.npy and so on");
    }
  }

  /**
   * The ceilings of one hemisphere as correlations.
   *
   * @throws InputException if there is no file, or it does not hold one share per vertex
   */
  void read(NoiseCeilings ceilings, ParticipantId participant, Hemisphere side, int vertices) {
    Path file = file(participant, side);
    float[] shares = shares(file, vertices);
    for (int v = 0; v < shares.length; v++) {
      if (shares[v] < 0 || shares[v] > 1) {
        throw new InputException(
            "%s: found %s at vertex %d (counted from 0); possible: the explainable share of the variance, 0 to 1 (not percent), NaN where there is none"
                .formatted(file, shares[v], v));
      }
      // No model predicts a vertex without explainable variance: it has no ceiling to compare with.
      shares[v] = shares[v] == 0 ? Float.NaN : (float) Math.sqrt(shares[v]);
    }
    ceilings.add(participant, side, shares);
  }

  private Path file(ParticipantId participant, Hemisphere side) {
    String name = side.label() + "_noise_ceiling.npy";
    return PLACES.stream()
        .map(place -> folder.resolve(participant.value()).resolve(place + name))
        .filter(Files::isRegularFile)
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "dataset.noise_ceiling: found no %s of %s in %s; possible: %s/%s or %s/%s%s"
                        .formatted(
                            name,
                            participant,
                            folder,
                            participant,
                            name,
                            participant,
                            PLACES.get(1),
                            name)));
  }

  private static float[] shares(Path file, int vertices) {
    try (NpyFile npy = NpyFile.open(file)) {
      Shape shape = npy.header().shape();
      if (!shape.equals(Shape.of(vertices))) {
        throw new InputException(
            file
                + ": found the shape "
                + shape
                + "; possible: "
                + Shape.of(vertices)
                + " [vertex]");
      }
      return npy.floats().values();
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
