package io.chiasm.report.comparison;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.Quantity;
import java.util.Optional;

/** A study's numbers per vertex. */
@FunctionalInterface
public interface VertexArrays {
  /** {@code [vertex]}, NaN where a vertex has no value; empty if the study has no such array. */
  Optional<float[]> values(
      ParticipantId participant, Hemisphere hemisphere, Condition condition, Quantity quantity);
}
