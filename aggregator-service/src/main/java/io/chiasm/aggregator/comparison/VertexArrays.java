package io.chiasm.aggregator.comparison;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.Quantity;
import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.Optional;

/** A study's numbers per vertex. */
@FunctionalInterface
public interface VertexArrays {
  /** {@code [vertex]}, NaN where a vertex has no value; empty if the study has no such array. */
  Optional<float[]> values(
      ParticipantId participant, Hemisphere hemisphere, Condition condition, Quantity quantity);
}
