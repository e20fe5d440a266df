package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.VertexSpec;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The vertex that a study names must be there. */
final class VertexCheck {
  private VertexCheck() {}

  /**
   * @param vertex the study's choice, if it makes one
   * @throws InputException if the data set has no such vertex
   */
  static void check(@Nullable VertexSpec vertex, AlgonautsDataset dataset) {
    if (vertex == null) {
      return;
    }
    if (!dataset.participants().contains(vertex.participant())) {
      throw new InputException(
          "vertex.participant: found '%s'; possible: %s"
              .formatted(vertex.participant(), listed(dataset.participants())));
    }
    List<Hemisphere> sides = List.copyOf(dataset.hemispheres(vertex.participant()));
    if (!sides.contains(vertex.hemisphere())) {
      throw new InputException(
          "vertex.hemisphere: found '%s'; possible: %s of %s"
              .formatted(
                  vertex.hemisphere().label(),
                  listed(sides.stream().map(Hemisphere::label).toList()),
                  vertex.participant()));
    }
    int vertices = dataset.vertices(vertex.participant(), vertex.hemisphere());
    if (vertex.index() >= vertices) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "vertex.index: found %d; possible: 0 to %d, a vertex of %s %s",
              vertex.index(),
              vertices - 1,
              vertex.participant(),
              vertex.hemisphere().label()));
    }
  }

  private static String listed(List<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", "));
  }
}
