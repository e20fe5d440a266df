package io.chiasm.local.power;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.dataset.roi.RoiMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Explainable shares of the variance from a folder laid out as a study's {@code
 * dataset.noise_ceiling}: {@code subj01/lh_noise_ceiling.npy} or {@code
 * subj01/test_split/noise_ceiling/lh_noise_ceiling.npy}, {@code [vertex]}.
 */
public final class CeilingFolder {
  private static final List<String> PLACES = List.of("", "test_split/noise_ceiling/");

  private final Path folder;

  public CeilingFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * Of all vertices of all hemispheres.
   *
   * @throws InputException if there is no file, or one cannot be read
   */
  public List<Double> shares() {
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          "noise ceiling " + folder + ": neither a share from 0 to 1 nor a folder");
    }
    List<Double> shares = new ArrayList<>();
    try (Stream<Path> participants = Files.list(folder)) {
      for (Path participant : participants.filter(Files::isDirectory).sorted().toList()) {
        for (Hemisphere side : Hemisphere.values()) {
          file(participant, side).ifPresent(file -> add(shares, file, read(file), vertex -> true));
        }
      }
    } catch (IOException e) {
      throw new InputException(folder + ": cannot be read: " + e.getMessage(), e);
    }
    return required(shares);
  }

  /**
   * Of the vertices of an ROI in all hemispheres of a data set that have a file.
   *
   * @param roi name; null for every vertex
   * @throws InputException if there is no such ROI or file, or a file does not fit
   */
  public List<Double> shares(AlgonautsDataset dataset, @Nullable String roi) {
    List<Double> shares = new ArrayList<>();
    for (ParticipantId participant : dataset.participants()) {
      for (Hemisphere side : dataset.hemispheres(participant)) {
        IntPredicate within = within(dataset.roiMasks(participant, side), roi);
        int vertices = dataset.vertices(participant, side);
        file(folder.resolve(participant.value()), side)
            .ifPresent(file -> add(shares, file, checked(file, vertices), within));
      }
    }
    return required(shares);
  }

  /** Whether a data set comes with any. */
  public boolean isFor(AlgonautsDataset dataset) {
    return dataset.participants().stream()
        .anyMatch(
            p ->
                Stream.of(Hemisphere.values())
                    .anyMatch(side -> file(folder.resolve(p.value()), side).isPresent()));
  }

  private static IntPredicate within(List<RoiMask> masks, @Nullable String roi) {
    if (roi == null) {
      return vertex -> true;
    }
    return vertex -> masks.stream().anyMatch(mask -> roi.equals(mask.names().get(mask.id(vertex))));
  }

  private static Optional<Path> file(Path participant, Hemisphere side) {
    return PLACES.stream()
        .map(place -> participant.resolve(place + side.label() + "_noise_ceiling.npy"))
        .filter(Files::isRegularFile)
        .findFirst();
  }

  private static void add(List<Double> shares, Path file, float[] read, IntPredicate within) {
    for (int vertex = 0; vertex < read.length; vertex++) {
      if (read[vertex] < 0 || read[vertex] > 1) {
        throw new InputException(
            file
                + ": found "
                + read[vertex]
                + " at vertex "
                + vertex
                + " (counted from 0); possible: the explainable share of the variance, 0 to 1 (not"
                + " percent), NaN where there is none");
      }
      if (within.test(vertex)) {
        shares.add((double) read[vertex]);
      }
    }
  }

  private static float[] checked(Path file, int vertices) {
    float[] read = read(file);
    if (read.length != vertices) {
      throw new InputException(
          file + ": holds " + read.length + " vertices; the hemisphere has " + vertices);
    }
    return read;
  }

  private static float[] read(Path file) {
    try (NpyFile npy = NpyFile.open(file)) {
      return npy.floats().values();
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private List<Double> required(List<Double> shares) {
    if (shares.isEmpty()) {
      throw new InputException(
          folder
              + ": found no noise ceiling there; possible: subj01/lh_noise_ceiling.npy or subj01/"
              + PLACES.get(1)
              + "lh_noise_ceiling.npy and so on, with a vertex of the ROI");
    }
    return shares;
  }
}
