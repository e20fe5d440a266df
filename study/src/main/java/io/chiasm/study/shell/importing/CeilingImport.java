package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.writing.outcome.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Noise ceilings from a folder: {@code subj01/lh_noise_ceiling.npy}, or where the makers of the
 * Algonauts data keep them, {@code subj01/test_split/noise_ceiling/lh_noise_ceiling.npy}; {@code
 * [vertex]} explainable share of the variance.
 */
final class CeilingImport {
  private static final List<String> PLACES = List.of("", "test_split/noise_ceiling/");

  private final Path folder;
  private final NoiseCeilings ceilings = new NoiseCeilings(NoiseCeilings.Kind.GIVEN);
  private final List<Provenance.Ceiling> files = new ArrayList<>();

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
   * The ceilings of a study; empty if it gives none.
   *
   * @throws InputException if there is no file of a hemisphere of the study
   */
  static Optional<CeilingImport> of(Study study, AlgonautsDataset dataset) {
    if (study.dataset().noiseCeiling().isEmpty()) {
      return Optional.empty();
    }
    CeilingImport ceilings = new CeilingImport(DataPath.of(study.dataset().noiseCeiling()));
    for (ParticipantId id : dataset.participants()) {
      for (Hemisphere side : dataset.hemispheres(id)) {
        ceilings.read(id, side, dataset.vertices(id, side));
      }
    }
    return Optional.of(ceilings);
  }

  /** What has been read. */
  NoiseCeilings ceilings() {
    return ceilings;
  }

  /** The files that have been read, with their digests. */
  List<Provenance.Ceiling> files() {
    return List.copyOf(files);
  }

  /**
   * Reads the ceilings of one hemisphere as correlations.
   *
   * @throws InputException if there is no file, or it does not hold one share per vertex
   */
  void read(ParticipantId participant, Hemisphere side, int vertices) {
    Path file = file(participant, side);
    float[] shares = shares(file, vertices);
    for (int v = 0; v < shares.length; v++) {
      if (shares[v] < 0 || shares[v] > 1) {
        throw new InputException(
            String.format(
                Locale.ROOT,
                "%s: found %s at vertex %d (counted from 0); possible: the explainable share of the"
                    + " variance, 0 to 1 (not percent), NaN where there is none",
                file,
                shares[v],
                v));
      }
      // No model predicts a vertex without explainable variance: it has no ceiling to compare with.
      shares[v] = shares[v] == 0 ? Float.NaN : (float) Math.sqrt(shares[v]);
    }
    ceilings.add(participant, side, shares);
    files.add(new Provenance.Ceiling(participant.value(), side.label(), sha256(file)));
  }

  private static String sha256(Path file) {
    try {
      return Sha256.of(Files.newInputStream(file)).hex();
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
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
