package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;

/**
 * Extent of one axis: a number, or that number times however many images run at once. Where the
 * number of images is fixed, extents of both kinds that come to the same are equal to the graph;
 * which axis holds the images is still told by the kind.
 *
 * @param factor the number
 * @param perImage whether it is multiplied by the number of images
 * @param images how many run at once; 0 for any number, and where it is not multiplied
 */
record Dim(long factor, boolean perImage, long images) {
  /** One per image, for any number of images. */
  static final Dim BATCH = batch(0);

  static Dim of(long extent) {
    return new Dim(extent, false, 0);
  }

  /**
   * One per image.
   *
   * @param images how many run at once; 0 for any number
   */
  static Dim batch(long images) {
    return new Dim(1, true, images);
  }

  /** Whether it is one per image. */
  boolean isBatch() {
    return perImage && factor == 1;
  }

  /** Whether its number is known. */
  boolean isCounted() {
    return !perImage || images > 0;
  }

  /** The extent where it does not depend on the number of images, or that is fixed. */
  long fixed() {
    if (!isCounted()) {
      throw new BadGraphException("an extent that must be fixed depends on the number of images");
    }
    return perImage ? Math.multiplyExact(factor, images) : factor;
  }

  boolean isOne() {
    return factor == 1 && !perImage;
  }

  /** Whether both are as long for the number of images that run. */
  boolean fits(Dim other) {
    return equals(other) || (isCounted() && other.isCounted() && fixed() == other.fixed());
  }

  Dim times(Dim other) {
    if (perImage && other.perImage) {
      if (images == 0) {
        throw new BadGraphException("an extent grows with the square of the number of images");
      }
      return times(of(other.fixed()));
    }
    return new Dim(
        Math.multiplyExact(factor, other.factor),
        perImage || other.perImage,
        Math.max(images, other.images));
  }

  Dim plus(Dim other) {
    return sameKind(other)
        ? new Dim(Math.addExact(factor, other.factor), perImage, images)
        : of(Math.addExact(fixed(), other.fixed()));
  }

  Dim minus(Dim other) {
    return sameKind(other)
        ? new Dim(Math.subtractExact(factor, other.factor), perImage, images)
        : of(Math.subtractExact(fixed(), other.fixed()));
  }

  /** Quotient rounded down. */
  Dim over(Dim divisor) {
    boolean squeezed = divisor.perImage && !perImage;
    if (divisor.factor == 0 || (squeezed && !divisor.isCounted())) {
      throw new BadGraphException("an extent of " + this + " is divided by " + divisor);
    }
    if (squeezed) {
      return of(Math.floorDiv(factor, divisor.fixed()));
    }
    boolean left = perImage && !divisor.perImage;
    if (left && factor % divisor.factor != 0) {
      return overCounted(divisor);
    }
    return new Dim(Math.floorDiv(factor, divisor.factor), left, left ? images : 0);
  }

  private Dim overCounted(Dim divisor) {
    if (!isCounted()) {
      throw new BadGraphException("the number of images is divided by " + divisor);
    }
    return of(Math.floorDiv(fixed(), divisor.factor));
  }

  private boolean sameKind(Dim other) {
    if (perImage == other.perImage) {
      return true;
    }
    if (!isCounted() || !other.isCounted()) {
      throw new BadGraphException("a number is added to the number of images");
    }
    return false;
  }

  @Override
  public String toString() {
    return perImage ? (factor == 1 ? "N" : factor + "N") : Long.toString(factor);
  }
}
