package io.chiasm.extraction.image;

import java.util.Locale;

/** Pillow's resampling filters that torchvision's presets use. */
public enum Interpolation {
  BILINEAR(1),
  BICUBIC(2);

  /** Keys' parameter as Pillow sets it; torch's own tensor resize uses -0.75. */
  private static final double A = -0.5;

  private final int support;

  Interpolation(int support) {
    this.support = support;
  }

  /** Lower-case name, as torchvision writes it. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Half the filter's width, in input pixels when enlarging, in output pixels when reducing. */
  int support() {
    return support;
  }

  /** The filter at a distance from its centre. */
  double weight(double distance) {
    double x = Math.abs(distance);
    return switch (this) {
      case BILINEAR -> x < 1 ? 1 - x : 0;
      case BICUBIC -> cubic(x);
    };
  }

  /** Keys' cubic convolution, in Pillow's order of operations. */
  private static double cubic(double x) {
    if (x < 1) {
      return ((A + 2) * x - (A + 3)) * x * x + 1;
    }
    return x < 2 ? (((x - 5) * x + 8) * x - 4) * A : 0;
  }
}
