package io.chiasm.report.writing.method;

import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.report.results.StudyOrder;
import java.util.stream.Collectors;

/** The split in words. */
final class SplitText {
  private SplitText() {}

  static String of(SplitSpec split) {
    return where(split) + " " + midline(split.midline()) + models() + controls(split);
  }

  private static String where(SplitSpec split) {
    return switch (split.at()) {
      case FEATURES ->
          "The network saw the whole image; its feature maps were split at the vertical midline"
              + " (receptive fields cross it).";
      case IMAGE ->
          "The image was split at the vertical midline before the network ran: one half was filled"
              + " with the mean colour, so nothing crosses the midline.";
      case JOINT ->
          "One model was fitted to both halves of the feature maps; each half's share of its"
              + " prediction was taken apart by the product measure.";
      case ARCHITECTURE ->
          "The split was made in the network's architecture: up to a layer, the callosum, the left"
              + " and the right half of the image each ran through a copy of the network of its own"
              + " (the same weights, the network's own padding at the midline, "
              + gates(split)
              + "); there the two maps were joined side by side, and the rest was computed from"
              + " both. Feature maps were then split at the vertical midline. Callosum: "
              + split.callosa().stream().map(SplitText::callosum).collect(Collectors.joining("; "))
              + ".";
    };
  }

  private static String gates(SplitSpec split) {
    return switch (split.gates()) {
      case OWN -> "its own gates and pools";
      case SHARED -> "gates and pools that average over both";
    };
  }

  private static String callosum(Callosum callosum) {
    return callosum.layer() == null
        ? "none, the halves are never joined before they are split"
        : callosum.label();
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
      case IMAGE -> "one half of the photograph filled with its mean colour before the network";
      case ARCHITECTURE ->
          "each half of the photograph through a copy of the network of its own, never joined";
      case SHARED_GATES -> "the same with gates that average over both halves";
    };
  }
}
