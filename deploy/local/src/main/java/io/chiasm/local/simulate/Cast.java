package io.chiasm.local.simulate;

import io.chiasm.contracts.brain.StimulusId;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Who sees which scene. Scenes are numbered: first those that all participants see, then each one's
 * own, then each one's test scenes.
 */
final class Cast {
  /** Images without responses, which the layout has for every participant. */
  static final int TEST = 4;

  /** NSD has so many photographs, numbered from 0. */
  private static final int NSD = 73_000;

  private final SimulationOptions options;
  private final int[] numbers;

  Cast(SimulationOptions options) {
    this.options = options;
    this.numbers =
        Arrays.copyOf(new Draws(options.seed(), "numbers", 0).permutation(NSD), scenes());
  }

  /** Number of scenes. */
  final int scenes() {
    return trained() + options.participants() * TEST;
  }

  /** Number of scenes that someone has responses to; they come first. */
  final int trained() {
    return options.sharedStimuli() + options.participants() * options.ownStimuli();
  }

  StimulusId stimulus(int scene) {
    return new StimulusId(numbers[scene]);
  }

  /** {@code [row]} the training scenes of this participant, each in an order of their own. */
  int[] training(int participant) {
    int shared = options.sharedStimuli();
    int own = options.ownStimuli();
    int[] order = new Draws(options.seed(), "order", participant).permutation(shared + own);
    return Arrays.stream(order).map(i -> i < shared ? i : i + participant * own).toArray();
  }

  /** The test scenes of this participant. */
  int[] test(int participant) {
    int first = trained() + participant * TEST;
    return IntStream.range(first, first + TEST).toArray();
  }

  /** Vertices differ between participants and hemispheres, as in published data. */
  int vertices(int participant, boolean left) {
    int vertices = options.vertices();
    return vertices - participant * Math.max(1, vertices / (left ? 100 : 60));
  }
}
