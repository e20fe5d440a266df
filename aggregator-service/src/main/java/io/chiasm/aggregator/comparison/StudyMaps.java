package io.chiasm.aggregator.comparison;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.surface.CorticalMap;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.Optional;

/** A study's maps of lateralisation on the cortex. */
@FunctionalInterface
public interface StudyMaps {
  /** One participant's map; empty if the study drew none. */
  Optional<CorticalMap> of(ParticipantId participant, Condition condition);
}
