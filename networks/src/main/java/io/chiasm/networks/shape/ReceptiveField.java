package io.chiasm.networks.shape;

import org.jspecify.annotations.Nullable;

/**
 * Which image pixels the positions of a feature map look at along one axis, by the geometry of
 * convolutions and pools alone. Position {@code j} looks at {@code size} pixels around pixel {@code
 * firstCentre + stride · j}; pixel centres are whole numbers, the first is 0. The field may reach
 * beyond the image, into padding. Where paths of different reach meet it spans them all.
 *
 * <p>Araujo, Norris and Sim (2019), doi:10.23915/distill.00021.
 *
 * @param size in pixels
 * @param stride pixels from one position to the next
 * @param firstCentre pixel at the centre of position 0's field; halves occur
 * @param seam where two maps were joined side by side; null if none were
 */
public record ReceptiveField(long size, long stride, double firstCentre, @Nullable Seam seam) {
  /** The image itself. */
  public static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 0);

  public ReceptiveField {
    if (size < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "receptive field of size " + size + " and stride " + stride + " is not positive");
    }
  }

  /** Positions at equal distances. */
  public ReceptiveField(long size, long stride, double firstCentre) {
    this(size, stride, firstCentre, null);
  }

  /** Pixel at the centre of a position's field. */
  public double centre(long position) {
    return even(position) - (seam == null ? 0 : seam.shift(position));
  }

  /** Without the seam. */
  private double even(double position) {
    return firstCentre + stride * position;
  }

  /** First pixel of a position's field; below 0 in padding. */
  public double first(long position) {
    return centre(position) - (size - 1) / 2.0;
  }

  /** Last pixel of a position's field. */
  public double last(long position) {
    return centre(position) + (size - 1) / 2.0;
  }

  /** The field of a map's windows: those of a convolution or a pool. */
  ReceptiveField through(Window window) {
    long reach = Math.multiplyExact(window.kernel() - 1, window.dilation());
    return new ReceptiveField(
        Math.addExact(size, Math.multiplyExact(reach, stride)),
        Math.multiplyExact(stride, window.stride()),
        even(reach / 2.0 - window.before()),
        seam(reach / 2.0 - window.before(), window.stride()));
  }

  private @Nullable Seam seam(double first, double step) {
    return seam == null ? null : seam.through(first, step);
  }

  /** The same positions, counted from another one. */
  ReceptiveField from(long position) {
    return new ReceptiveField(size, stride, even(position), seam(position, 1));
  }

  /** Every {@code step}-th position. */
  ReceptiveField every(long step) {
    return new ReceptiveField(size, Math.multiplyExact(stride, step), firstCentre, seam(0, step));
  }

  /** The span of both fields, whose strides must be equal. */
  ReceptiveField spanning(ReceptiveField other) {
    double reach = (size - 1) / 2.0;
    double otherReach = (other.size - 1) / 2.0;
    double first = Math.min(firstCentre - reach, other.firstCentre - otherReach);
    double last = Math.max(firstCentre + reach, other.firstCentre + otherReach);
    return new ReceptiveField(
        Math.round(last - first) + 1, stride, (first + last) / 2, seam == null ? other.seam : seam);
  }

  /**
   * The field of this map with another of the same stride to its right.
   *
   * @param positions of this map
   * @return null if the other does not lie to the right of it in the image
   */
  @Nullable ReceptiveField beside(ReceptiveField other, long positions) {
    double overlap = even(positions) - other.firstCentre;
    boolean follows = other.firstCentre >= even(positions - 1);
    if (stride != other.stride || seam != null || other.seam != null || !follows) {
      return null;
    }
    Seam between = overlap == 0 ? null : new Seam(positions - 1, 1, overlap);
    return new ReceptiveField(Math.max(size, other.size), stride, firstCentre, between);
  }
}
