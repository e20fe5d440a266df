package io.chiasm.local.simulate;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What stands beside the planted numbers, so that nobody takes them for measured ones. */
final class TruthText {
  private static final String TEXT =
      """
      # What was planted

      A made data set: no brain was scanned and no photograph taken. Everything follows from
      seed %d: %d participants, %d shared and %d own training images each, %d pixels a side.

      Per participant and hemisphere, one value per vertex, in the order of the response columns:

      | file | meaning |
      | --- | --- |
      | `prf_x`, `prf_y` | receptive field centre in degrees; +x = right, +y = up; an image spans -4.2..4.2 |
      | `prf_sigma` | its Gaussian sigma in degrees |
      | `bilateral_weight` | b: weight of the mirror-image receptive field%s |
      | `noise_ceiling_r` | the chosen correlation between a response and its noise-free part |
      | `signal_r` | the same, as it came out |
      | `area` | %s |
      | `fsaverage_vertex` | vertex number on the made surface; on fsaverage it means no place |

      `surface/`: an inflated cortex that is made too, an egg with the areas as patches around its
      posterior pole, in FreeSurfer's formats.

      Images: dead leaves (ellipses and rectangles that occlude each other, radii of density r^-3)
      over clouds of amplitude 1/f, shades and stripes.

      Model: luminance, less the image's mean -> %d channels (amplitude of Gabor filters with
      sigma half a wavelength; root mean square within 0.35 degrees), averaged on a 32 x 32 grid,
      each divided by (its mean over the image)^0.75: %s.
      f = mean of each channel over the receptive field (cut at 2.5 sigma and at the image's
      border), standardised over images, times weights from an exponential distribution;
      g = the same at the mirrored centre.
      signal = (1 - b) z(f) + b z(g); response = r z(signal) + sqrt(1 - r^2) noise (white,
      independent), z-scored over the participant's training images.
      Every lh centre lies in the right hemifield and every rh centre in the left%s. The two halves
      of an image are correlated, and large receptive fields cross the midline, so an ipsilateral
      model predicts better than chance even where b is 0.
      """;

  private TruthText() {}

  static String of(SimulationOptions options, List<String> channels) {
    StringBuilder areas = new StringBuilder();
    for (Area area : Area.values()) {
      areas.append(areas.isEmpty() ? "" : ", ").append(area.ordinal() + 1).append(' ').append(area);
    }
    return String.format(
        Locale.ROOT,
        TEXT,
        options.seed(),
        options.participants(),
        options.sharedStimuli(),
        options.ownStimuli(),
        options.imageSize(),
        leak(options.leak()),
        areas,
        channels.size(),
        String.join(", ", channels),
        options.oneHemisphere()
            ? String.format(
                Locale.ROOT,
                ", but for those of%n"
                    + "subj%02d, who has the left hemisphere alone: half of them lie in the left"
                    + " hemifield",
                options.participants())
            : "");
  }

  private static String leak(@Nullable Double leak) {
    return leak == null ? "" : ", " + leak + " in every vertex";
  }
}
