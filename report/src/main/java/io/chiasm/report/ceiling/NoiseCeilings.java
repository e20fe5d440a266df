package io.chiasm.report.ceiling;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Noise ceilings of one kind: per vertex the largest correlation with the responses that a model
 * could reach.
 */
public final class NoiseCeilings {
  private final Kind kind;
  private final Map<ParticipantHemisphere, float[]> ceilings = new LinkedHashMap<>();

  public NoiseCeilings(Kind kind) {
    this.kind = kind;
  }

  /** Where ceilings come from. */
  public enum Kind {
    /** The study's input. */
    GIVEN("given"),
    /** The mean of the other participants' responses to the same stimuli, as a prediction. */
    OTHERS("lower-bound");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Name in tables. */
    public String label() {
      return label;
    }
  }

  public Kind kind() {
    return kind;
  }

  public boolean isEmpty() {
    return ceilings.isEmpty();
  }

  /**
   * Adds one hemisphere's.
   *
   * @param ceiling {@code [vertex]} a correlation, NaN where there is none
   */
  public void add(ParticipantId participant, Hemisphere hemisphere, float[] ceiling) {
    ceilings.put(new ParticipantHemisphere(participant, hemisphere), ceiling.clone());
  }

  /** {@code [vertex]} one hemisphere's; empty if there are none. */
  public Optional<float[]> of(ParticipantId participant, Hemisphere hemisphere) {
    return Optional.ofNullable(ceilings.get(new ParticipantHemisphere(participant, hemisphere)))
        .map(float[]::clone);
  }
}
