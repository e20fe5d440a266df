package io.chiasm.local.simulate;

import io.chiasm.contracts.failure.InputException;
import org.jspecify.annotations.Nullable;

/**
 * Size and seed of a made data set.
 *
 * @param participants number of participants, 1 to 8
 * @param sharedStimuli training images that every participant sees, 10 to 2000
 * @param ownStimuli further training images of each participant
 * @param vertices per hemisphere of the first participant; later ones have a few less
 * @param imageSize side of the square images in pixels, a multiple of 32
 * @param oneHemisphere whether the last participant has the left hemisphere alone, whose maps are
 *     of both hemifields
 * @param leak weight of the mirror-image receptive field in every vertex, 0 to 0.5; null for
 *     weights that grow along the hierarchy
 * @param seed everything follows from it
 */
public record SimulationOptions(
    int participants,
    int sharedStimuli,
    int ownStimuli,
    int vertices,
    int imageSize,
    boolean oneHemisphere,
    @Nullable Double leak,
    long seed) {
  /** Both hemifields weigh the same. */
  private static final double MOST_LEAK = 0.5;

  /** Small enough for a demonstration, large enough for its effects to be seen. */
  public static final SimulationOptions DEMO = new SimulationOptions(3, 120, 10, 200, 96, 0);

  /** All participants have both hemispheres. */
  public SimulationOptions(
      int participants, int sharedStimuli, int ownStimuli, int vertices, int imageSize, long seed) {
    this(participants, sharedStimuli, ownStimuli, vertices, imageSize, false, null, seed);
  }

  public SimulationOptions {
    require("participants", participants, 1, 8);
    require("shared stimuli", sharedStimuli, 10, 2000);
    require("own stimuli", ownStimuli, 0, 200);
    require("vertices", vertices, 40, 20_000);
    require("image size", imageSize, 64, 512);
    if (imageSize % ChannelMaps.CELLS != 0) {
      throw new InputException(
          "image size " + imageSize + ": a multiple of " + ChannelMaps.CELLS + " is needed");
    }
    if (leak != null && !(leak >= 0 && leak <= MOST_LEAK)) {
      throw new InputException("leak: " + leak + " is not from 0 to " + MOST_LEAK);
    }
  }

  /** Whether a participant, counted from 0, has one hemisphere. */
  boolean hasOneHemisphere(int participant) {
    return oneHemisphere && participant == participants - 1;
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new InputException(what + ": " + value + " is not from " + least + " to " + most);
    }
  }
}
