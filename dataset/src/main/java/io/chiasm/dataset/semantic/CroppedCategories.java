package io.chiasm.dataset.semantic;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What COCO's boxes show in the parts of its photographs that are NSD's stimuli. */
public final class CroppedCategories implements Categories {
  /** Pixels; a crop is given as shares of the photograph, rounded to its pixels at both sides. */
  private static final double MOST_EXCESS = 2;

  private final NsdStimuli stimuli;
  private final CocoInstances instances;

  public CroppedCategories(NsdStimuli stimuli, CocoInstances instances) {
    this.stimuli = stimuli;
    this.instances = instances;
  }

  @Override
  public String source() {
    return stimuli.source();
  }

  @Override
  public boolean sided() {
    return true;
  }

  /**
   * The categories with a box of which a pixel is left by the crop.
   *
   * @throws InputException if the stimulus or its photograph is not known, or its part is no square
   */
  @Override
  public Map<String, Visibility> of(StimulusId stimulus) {
    NsdStimuli.Origin origin =
        stimuli
            .origin(stimulus)
            .orElseThrow(
                () ->
                    new InputException(
                        source()
                            + ": found no row about "
                            + stimulus
                            + "; possible: nsdId "
                            + stimulus.number()));
    PixelSize size = size(stimulus, origin);
    Map<String, Visibility> seen = new TreeMap<>();
    for (CocoInstances.Thing thing : instances.things(origin.photograph())) {
      origin
          .crop()
          .seen(thing.box(), size)
          .ifPresent(visibility -> seen.merge(thing.category(), visibility, Visibility::or));
    }
    return seen;
  }

  private PixelSize size(StimulusId stimulus, NsdStimuli.Origin origin) {
    PixelSize size =
        instances
            .size(origin.photograph())
            .orElseThrow(
                () ->
                    new InputException(
                        String.format(
                                Locale.ROOT,
                                "%s: %s is a part of COCO's photograph %d, which no annotation file"
                                    + " has;",
                                source(),
                                stimulus,
                                origin.photograph())
                            + " possible: both instances_train2017.json and"
                            + " instances_val2017.json"));
    if (Math.abs(origin.crop().excess(size)) > MOST_EXCESS) {
      throw new InputException(
          String.format(
                  Locale.ROOT,
                  "%s: %s would be %.0f pixels wider than high, cut from COCO's photograph %d (%d x"
                      + " %d)",
                  source(),
                  stimulus,
                  origin.crop().excess(size),
                  origin.photograph(),
                  size.width(),
                  size.height())
              + "; possible: cropBox as (top, bottom, left, right), which leaves a square");
    }
    return size;
  }
}
