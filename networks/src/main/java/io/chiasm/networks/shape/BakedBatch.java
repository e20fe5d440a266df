package io.chiasm.networks.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reshapes of a network that was exported for one number of images: the number is among the extents
 * that the file names, where only its place tells it from any other.
 */
final class BakedBatch {
  private BakedBatch() {}

  /**
   * The extents of a result with the images along its first axis, as they are along the input's:
   * numbers keep their order, so images that follow each other in the input do in the result. Where
   * that is not known, the extents as they are.
   *
   * @param in extents of the tensor that is reshaped
   * @param out extents of the result, in numbers
   */
  static List<Dim> carried(List<Dim> in, List<Dim> out) {
    Long images = in.isEmpty() ? null : leading(in);
    if (images == null || out.isEmpty() || out.get(0).perImage() || !sameLength(in, out)) {
      return out;
    }
    long first = out.get(0).fixed();
    if (first == 0 || first % images != 0) {
      return out;
    }
    List<Dim> dims = new ArrayList<>();
    dims.add(new Dim(first / images, true, images));
    out.subList(1, out.size()).forEach(d -> dims.add(Dim.of(d.fixed())));
    return dims;
  }

  /** The extent that is left open: in numbers where the others name the number of images. */
  static Dim quotient(Dim whole, Dim others) {
    return whole.isCounted() && !others.perImage()
        ? Dim.of(whole.fixed()).over(others)
        : whole.over(others);
  }

  /** Why nothing is known of a result that does not keep images along its first axis. */
  static String lost(List<Dim> in, List<Dim> out) {
    return "it is reshaped from %s to %s, which ".formatted(in, out)
        + (sameLength(in, out)
            ? "does not keep images along the first axis"
            : "holds for one number of images only; export the network with a dynamic batch");
  }

  /** The fixed number of images along the first axis; null if it is open or not there. */
  private static @Nullable Long leading(List<Dim> dims) {
    Dim first = dims.get(0);
    boolean alone = dims.stream().filter(Dim::perImage).count() == 1;
    return first.perImage() && first.isCounted() && alone ? first.images() : null;
  }

  private static boolean sameLength(List<Dim> a, List<Dim> b) {
    return AxisRules.product(a).fits(AxisRules.product(b));
  }
}
