package io.chiasm.contracts.study;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;

/**
 * One vertex of one participant.
 *
 * @param index position among the hemisphere's vertices in the response files, from 0
 */
public record VertexSpec(ParticipantId participant, Hemisphere hemisphere, int index) {
  public VertexSpec {
    if (index < 0) {
      throw new IllegalArgumentException("vertex " + index + " is below 0");
    }
  }
}
