package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;

/**
 * Extent of one axis: a number, or that number times however many images run at once.
 *
 * @param factor the number
 * @param perImage whether it is multiplied by the number of images
 */
record Dim(long factor, boolean perImage) {
  /** One per image. */
  static final Dim BATCH = new Dim(1, true);

  static Dim of(long extent) {
    return new Dim(extent, false);
  }

  /** The extent where it does not depend on the number of images. */
  long fixed() {
    if (perImage) {
      throw new BadGraphException("an extent that must be fixed depends on the number of images");
    }
    return factor;
  }

  boolean isOne() {
    return factor == 1 && !perImage;
  }

  Dim times(Dim other) {
    if (perImage && other.perImage) {
      throw new BadGraphException("an extent grows with the square of the number of images");
    }
    return new Dim(Math.multiplyExact(factor, other.factor), perImage || other.perImage);
  }

  Dim plus(Dim other) {
    requireSameKind(other);
    return new Dim(Math.addExact(factor, other.factor), perImage);
  }

  Dim minus(Dim other) {
    requireSameKind(other);
    return new Dim(Math.subtractExact(factor, other.factor), perImage);
  }

  /** Quotient rounded down. */
  Dim over(Dim divisor) {
    if (divisor.factor == 0 || (divisor.perImage && !perImage)) {
      throw new BadGraphException("an extent of " + this + " is divided by " + divisor);
    }
    boolean open = perImage && !divisor.perImage;
    if (open && factor % divisor.factor != 0) {
      throw new BadGraphException("the number of images is divided by " + divisor);
    }
    return new Dim(Math.floorDiv(factor, divisor.factor), open);
  }

  private void requireSameKind(Dim other) {
    if (perImage != other.perImage) {
      throw new BadGraphException("a number is added to the number of images");
    }
  }

  @Override
  public String toString() {
    return perImage ? (factor == 1 ? "N" : factor + "N") : Long.toString(factor);
  }
}
