package io.chiasm.report.comparison;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Condition;
import io.chiasm.report.surface.CorticalMap;
import java.util.Optional;

/** A study's maps of lateralisation on the cortex. */
@FunctionalInterface
public interface StudyMaps {
  /** One participant's map; empty if the study drew none. */
  Optional<CorticalMap> of(ParticipantId participant, Condition condition);
}
