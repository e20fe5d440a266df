package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import java.util.List;
import java.util.Optional;

/** The cortex to draw on, if there is one, and where participants' vertices lie on it. */
public final class Surfaces {
  private final List<Cortex> cortex;
  private final String reason;
  private final VertexNumbers numbers;

  private Surfaces(List<Cortex> cortex, String reason, VertexNumbers numbers) {
    this.cortex = cortex;
    this.reason = reason;
    this.numbers = numbers;
  }

  /** Where a hemisphere's vertices lie. */
  @FunctionalInterface
  public interface VertexNumbers {
    /** {@code [vertex]} the number of each vertex on fsaverage; empty if it is not known. */
    Optional<int[]> of(ParticipantId participant, Hemisphere hemisphere);
  }

  public static Surfaces of(Cortex cortex, VertexNumbers numbers) {
    return new Surfaces(List.of(cortex), "", numbers);
  }

  /**
   * No cortex.
   *
   * @param reason a sentence for the report
   */
  public static Surfaces none(String reason) {
    return new Surfaces(List.of(), reason, (participant, hemisphere) -> Optional.empty());
  }

  /** Why there is none; empty if there is one. */
  public String reason() {
    return reason;
  }

  /** The cortex, if there is one. */
  public Optional<Cortex> cortex() {
    return cortex.stream().findFirst();
  }

  public VertexNumbers numbers() {
    return numbers;
  }
}
