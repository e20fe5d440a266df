package io.chiasm.aggregator.report;

import io.chiasm.aggregator.results.StudyOrder;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.SplitSpec;
import java.util.stream.Collectors;

/** The split in words. */
final class SplitText {
  private SplitText() {}

  static String of(SplitSpec split) {
    return where(split.at()) + " " + midline(split.midline()) + models() + controls(split);
  }

  private static String where(SplitSpec.At at) {
    return switch (at) {
      case FEATURES ->
          "The network saw the whole image; its feature maps were split at the vertical midline"
              + " (receptive fields cross it).";
      case IMAGE ->
          "The image was split at the vertical midline before the network ran: one half was filled"
              + " with the mean colour, so nothing crosses the midline.";
      case JOINT ->
          "One model was fitted to both halves of the feature maps; each half's share of its"
              + " prediction was taken apart by the product measure.";
    };
  }

  private static String midline(SplitSpec.Midline midline) {
    return switch (midline) {
      case EXCLUDE -> "The middle column of an odd width belongs to neither half.";
      case SHARE -> "The middle column of an odd width belongs to both halves.";
    };
  }

  private static String models() {
    return " For each hemisphere, full models use the whole map, contralateral models the half on"
        + " the other side of the visual field, ipsilateral models the half on the same side.";
  }

  private static String controls(SplitSpec split) {
    if (split.controls().isEmpty()) {
      return "";
    }
    String named =
        split.controls().stream()
            .map(control -> StudyOrder.label(control) + " (" + groups(control) + ")")
            .collect(Collectors.joining(", ", " Control splits: ", "."));
    boolean hemifieldsOnly =
        split.controls().stream().allMatch(control -> SplitName.of(control).hemifields());
    return named
        + (hemifieldsOnly
            ? ""
            : " Of those whose groups are no hemifields, the first group stands as contra and the"
                + " second as ipsi in both hemispheres, so that a difference does not cancel in"
                + " their mean.");
  }

  private static String groups(SplitSpec.Control control) {
    return switch (control) {
      case UPPER_LOWER -> "upper rows, lower rows";
      case RANDOM -> "a seeded half of the positions, the other half";
      case CHANNELS -> "a seeded half of the channels, the other half";
      case MIRRORED ->
          "photographs flipped left-right before the network, the halves exchanged back";
    };
  }
}
