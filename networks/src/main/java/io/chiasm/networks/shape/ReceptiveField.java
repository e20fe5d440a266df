package io.chiasm.networks.shape;

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
 */
public record ReceptiveField(long size, long stride, double firstCentre) {
  /** The image itself. */
  public static final ReceptiveField PIXEL = new ReceptiveField(1, 1, 0);

  public ReceptiveField {
    if (size < 1 || stride < 1) {
      throw new IllegalArgumentException(
          "receptive field of size " + size + " and stride " + stride + " is not positive");
    }
  }

  /** Pixel at the centre of a position's field. */
  public double centre(long position) {
    return firstCentre + (double) stride * position;
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
        firstCentre + stride * (reach / 2.0 - window.before()));
  }

  /** The same positions, counted from another one. */
  ReceptiveField from(long position) {
    return new ReceptiveField(size, stride, centre(position));
  }

  /** Every {@code step}-th position. */
  ReceptiveField every(long step) {
    return new ReceptiveField(size, Math.multiplyExact(stride, step), firstCentre);
  }

  /** The span of both fields, whose strides must be equal. */
  ReceptiveField spanning(ReceptiveField other) {
    double first = Math.min(first(0), other.first(0));
    double last = Math.max(last(0), other.last(0));
    return new ReceptiveField(Math.round(last - first) + 1, stride, (first + last) / 2);
  }
}
