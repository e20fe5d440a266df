package io.chiasm.report.ceiling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.RealTensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

class OthersCeilingTest {
  /** Sums are float32. */
  private static final double ROUNDING = 1e-5;

  /** Standard error of a correlation over so many stimuli is 0.02. */
  private static final double CHANCE = 0.08;

  private static final int STIMULI = 2000;

  /** Float64 holds whole numbers there, but no thirds of them. */
  private static final double FAR = 1e15;

  private final Map<ParticipantId, int[]> vertices = new LinkedHashMap<>();
  private final Map<ParticipantId, float[]> responses = new LinkedHashMap<>();

  @Test
  void itIsTheCorrelationWithTheMeanOfTheOthersThatHaveTheVertex() {
    // Given three stimuli; vertex 7 in all, 9 in two, 4 in one
    put("a", new int[] {7, 9}, 1, 2, /**/ 2, 1, /**/ 4, 0);
    put("b", new int[] {4, 7}, 5, 3, /**/ 5, 1, /**/ 6, 2);
    put("c", new int[] {9, 7}, 0, 4, /**/ 2, 2, /**/ 1, 6);
    // When
    NoiseCeilings ceilings = ceilings(3);
    // Then: computed by the formula of Pearson in Python, columns against the others' means
    assertClose(of(ceilings, "a"), 0.37115374, -0.5);
    assertClose(of(ceilings, "b"), Double.NaN, 0.15554275);
    assertClose(of(ceilings, "c"), -0.5, 0.98198051);
  }

  @Test
  void itIsBelowTheCeilingThatNoiseSets() {
    // Given a signal of half the variance that all have in common
    Random random = new Random(1);
    float[] signal = new float[STIMULI];
    for (int s = 0; s < STIMULI; s++) {
      signal[s] = (float) random.nextGaussian();
    }
    for (int p = 0; p < 8; p++) {
      float[] values = new float[STIMULI];
      for (int s = 0; s < STIMULI; s++) {
        values[s] = signal[s] + (float) random.nextGaussian();
      }
      put("subj%02d".formatted(p), new int[] {3}, values);
    }
    // When
    NoiseCeilings ceilings = ceilings(STIMULI);
    // Then the best model reaches sqrt(1/2); the mean of seven others sqrt(1/2 · 7/8)
    for (ParticipantId participant : vertices.keySet()) {
      assertThat(of(ceilings, participant.value())[0])
          .isCloseTo((float) Math.sqrt(0.5 * 7 / 8), within((float) CHANCE))
          .isLessThan((float) Math.sqrt(0.5));
    }
  }

  @Test
  void aConstantVertexAndALoneParticipantHaveNone() {
    put("a", new int[] {7}, 1, 1, 1);
    assertThat(ceilings(3).isEmpty()).isTrue();
    put("b", new int[] {7}, 1, 2, 3);
    assertThat(of(ceilings(3), "a")).containsExactly(Float.NaN);
    assertThat(ceilings(3).isEmpty()).isFalse();
  }

  @Test
  void responsesFarFromZeroHaveTheSameCeilings() {
    // Given
    put("a", new int[] {7}, 1, 2, 4);
    put("b", new int[] {7}, 2, 1, 5);
    float[] near = of(ceilings(3), "a");
    // When
    NoiseCeilings far = new NoiseCeilings(NoiseCeilings.Kind.OTHERS);
    add(far, 3, values -> values + FAR);
    // Then
    assertThat(of(far, "a")).containsExactly(near);
  }

  private void put(String participant, int[] numbers, float... values) {
    vertices.put(new ParticipantId(participant), numbers);
    responses.put(new ParticipantId(participant), values);
  }

  private NoiseCeilings ceilings(int stimuli) {
    NoiseCeilings ceilings = new NoiseCeilings(NoiseCeilings.Kind.OTHERS);
    add(ceilings, stimuli, value -> value);
    return ceilings;
  }

  private void add(NoiseCeilings ceilings, int stimuli, DoubleUnaryOperator change) {
    OthersCeiling.add(
        ceilings,
        Hemisphere.LH,
        List.copyOf(vertices.keySet()),
        stimuli,
        (participant, side) -> Optional.ofNullable(vertices.get(participant)),
        participant -> {
          float[] values = Objects.requireNonNull(responses.get(participant));
          DoubleTensor changed = DoubleTensor.zeros(stimuli, values.length / stimuli);
          Arrays.setAll(changed.values(), i -> change.applyAsDouble(values[i]));
          return RealTensor.narrowest(changed);
        });
  }

  private static float[] of(NoiseCeilings ceilings, String participant) {
    return ceilings.of(new ParticipantId(participant), Hemisphere.LH).orElseThrow();
  }

  private static void assertClose(float[] found, double... expected) {
    assertThat(found).hasSize(expected.length);
    for (int i = 0; i < expected.length; i++) {
      if (Double.isNaN(expected[i])) {
        assertThat(found[i]).isNaN();
      } else {
        assertThat((double) found[i]).isCloseTo(expected[i], within(ROUNDING));
      }
    }
  }
}
