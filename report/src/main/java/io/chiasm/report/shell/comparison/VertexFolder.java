package io.chiasm.report.shell.comparison;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyFile;
import io.chiasm.report.comparison.VertexArrays;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Quantity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The folder {@code vertices/} of results. */
final class VertexFolder implements VertexArrays {
  private final Path folder;

  VertexFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * @throws InputException if the file is no {@code .npy} file of one axis
   */
  @Override
  public Optional<float[]> values(
      ParticipantId participant, Hemisphere hemisphere, Condition condition, Quantity quantity) {
    Path file =
        folder
            .resolve(PathSegment.of(participant.value()))
            .resolve(PathSegment.of(condition.network()))
            .resolve(PathSegment.of(condition.layer()))
            .resolve(PathSegment.of(condition.split()))
            .resolve(hemisphere.label() + "_" + quantity.label() + ".npy");
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static float[] read(Path file) {
    try (NpyFile array = NpyFile.open(file)) {
      FloatTensor values = array.floats();
      if (values.shape().rank() != 1) {
        throw new InputException(file + ": has the shape " + values.shape() + ", not [vertex]");
      }
      return values.values();
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
