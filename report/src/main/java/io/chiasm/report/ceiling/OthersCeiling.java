package io.chiasm.report.ceiling;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.report.surface.Surfaces.VertexNumbers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The leave-one-participant-out ceiling: how well the mean response of the other participants to
 * the same stimuli, at the same vertex of fsaverage, predicts a participant's. A lower bound, since
 * people differ and the others' mean is noisy itself.
 *
 * <p>Memory is that of two hemispheres' responses.
 */
public final class OthersCeiling {
  private final Map<Integer, Integer> places = new HashMap<>();
  private final int stimuli;
  private final double[] sums;
  private final int[] counts;

  /** Reads one hemisphere's responses, {@code [stimulus, vertex]}. */
  @FunctionalInterface
  public interface Responses {
    RealTensor of(ParticipantId participant);
  }

  private OthersCeiling(List<int[]> vertices, int stimuli) {
    for (int[] numbers : vertices) {
      for (int number : numbers) {
        places.putIfAbsent(number, places.size());
      }
    }
    this.stimuli = stimuli;
    this.sums = new double[Math.multiplyExact(stimuli, places.size())];
    this.counts = new int[places.size()];
  }

  /**
   * Adds the ceilings of one hemisphere of these participants, who all saw the same stimuli in the
   * same order. A vertex that no other participant has, or whose responses are constant, has none.
   *
   * @param participants with responses of the hemisphere; those without vertex numbers are left out
   */
  public static void add(
      NoiseCeilings ceilings,
      Hemisphere hemisphere,
      List<ParticipantId> participants,
      int stimuli,
      VertexNumbers numbers,
      Responses responses) {
    Map<ParticipantId, int[]> vertices = new java.util.LinkedHashMap<>();
    participants.forEach(p -> numbers.of(p, hemisphere).ifPresent(found -> vertices.put(p, found)));
    if (vertices.size() < 2) {
      return;
    }
    OthersCeiling all = new OthersCeiling(List.copyOf(vertices.values()), stimuli);
    vertices.forEach((p, found) -> all.sum(found, responses.of(p)));
    vertices.forEach(
        (p, found) -> ceilings.add(p, hemisphere, all.correlations(found, responses.of(p))));
  }

  private void sum(int[] vertices, RealTensor responses) {
    for (int v = 0; v < vertices.length; v++) {
      int place = place(vertices[v]);
      counts[place]++;
      for (int s = 0; s < stimuli; s++) {
        sums[place * stimuli + s] += fromFirst(responses, s, v, vertices.length);
      }
    }
  }

  private float[] correlations(int[] vertices, RealTensor responses) {
    float[] correlations = new float[vertices.length];
    for (int v = 0; v < vertices.length; v++) {
      int place = place(vertices[v]);
      correlations[v] =
          counts[place] < 2 ? Float.NaN : correlation(responses, v, vertices.length, place);
    }
    return correlations;
  }

  /** Of one participant's responses with the others' sum, which correlates as their mean does. */
  private float correlation(RealTensor responses, int vertex, int width, int place) {
    double meanOwn = 0;
    double meanOthers = 0;
    for (int s = 0; s < stimuli; s++) {
      double own = fromFirst(responses, s, vertex, width);
      meanOwn += own / stimuli;
      meanOthers += (sums[place * stimuli + s] - own) / stimuli;
    }
    double product = 0;
    double squareOwn = 0;
    double squareOthers = 0;
    for (int s = 0; s < stimuli; s++) {
      double own = fromFirst(responses, s, vertex, width);
      double others = sums[place * stimuli + s] - own - meanOthers;
      product += (own - meanOwn) * others;
      squareOwn += (own - meanOwn) * (own - meanOwn);
      squareOthers += others * others;
    }
    return (float) (product / Math.sqrt(squareOwn * squareOthers));
  }

  /** Less the first stimulus's response: an offset would cost the sums their digits. */
  private static double fromFirst(RealTensor responses, int stimulus, int vertex, int width) {
    return responses.get(stimulus * width + vertex) - responses.get(vertex);
  }

  private int place(int vertex) {
    return places.getOrDefault(vertex, -1);
  }
}
