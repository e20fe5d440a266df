package io.chiasm.report.surface;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.colour.Diverging;
import java.awt.image.BufferedImage;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Draws maps on a cortex: grey sulci below, colours where a value is, ROI outlines. */
public final class CortexViews {
  private static final int GYRUS = 0xc4;
  private static final int SULCUS = 0x9a;
  private static final float LEAST_LIGHT = 0.55f;
  private static final int WHITE = 0xffffff;
  private static final int OUTLINE = 0x1a1a1a;

  /** All three channels alike. */
  private static final int GREY = 0x010101;

  private final Cortex cortex;
  private final Map<Hemisphere, Map<View, Bare>> bare = new EnumMap<>(Hemisphere.class);

  /**
   * @param scale pixels per millimetre
   */
  public CortexViews(Cortex cortex, float scale) {
    this.cortex = cortex;
    for (Hemisphere hemisphere : Hemisphere.values()) {
      HemisphereSurface surface = cortex.of(hemisphere);
      Map<View, Bare> views = new EnumMap<>(View.class);
      for (View view : View.values()) {
        Projection projection = new Projection(surface.mesh(), view, hemisphere, scale);
        views.put(view, new Bare(surface, projection));
      }
      bare.put(hemisphere, views);
    }
  }

  /** The map with every value on the valueless vertices around it too, for sparse data sets. */
  public CorticalMap spread(CorticalMap map, int rings) {
    CorticalMap spread = map.copy();
    for (Hemisphere hemisphere : Hemisphere.values()) {
      new Neighbours(cortex.of(hemisphere).mesh()).spread(spread, hemisphere, rings);
    }
    return spread;
  }

  /** Every view of one hemisphere on white. */
  public Map<View, BufferedImage> draw(CorticalMap map, Diverging colours, Hemisphere hemisphere) {
    float[] values = map.mutable(hemisphere);
    int[] rois = new Neighbours(cortex.of(hemisphere).mesh()).supported(map.regions(hemisphere));
    Map<View, BufferedImage> drawn = new EnumMap<>(View.class);
    Objects.requireNonNull(bare.get(hemisphere))
        .forEach((view, on) -> drawn.put(view, new Painter(on, colours, values, rois).image()));
    return drawn;
  }

  /** A view without a map: the grey of gyri and sulci in their light, as every map has it. */
  private static final class Bare {
    private final Projection projection;

    /** {@code [pixel]}. */
    private final byte[] ground;

    Bare(HemisphereSurface surface, Projection projection) {
      this.projection = projection;
      this.ground = new byte[projection.width() * projection.height()];
      for (int pixel = 0; pixel < ground.length; pixel++) {
        if (projection.shows(pixel)) {
          int grey = surface.sulcus(projection.nearest(pixel)) ? SULCUS : GYRUS;
          ground[pixel] = (byte) lit(grey, projection.light(pixel));
        }
      }
    }

    Projection projection() {
      return projection;
    }

    int pixels() {
      return ground.length;
    }

    int colour(int pixel) {
      return (ground[pixel] & 0xff) * GREY;
    }
  }

  /** Colours pixels of one view. */
  private static final class Painter {
    private final Bare bare;
    private final Projection projection;
    private final Diverging colours;
    private final float[] values;
    private final int[] rois;

    Painter(Bare bare, Diverging colours, float[] values, int[] rois) {
      this.bare = bare;
      this.projection = bare.projection();
      this.colours = colours;
      this.values = values;
      this.rois = rois;
    }

    BufferedImage image() {
      int width = projection.width();
      int height = projection.height();
      int[] pixels = new int[width * height];
      for (int pixel = 0; pixel < pixels.length; pixel++) {
        pixels[pixel] = projection.shows(pixel) ? colour(pixel) : WHITE;
      }
      BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
      image.getRaster().setDataElements(0, 0, width, height, pixels);
      return image;
    }

    private int colour(int pixel) {
      if (outline(pixel)) {
        return OUTLINE;
      }
      float value = value(pixel);
      return !Float.isNaN(value) && colours.shows(value)
          ? lit(colours.colour(value), projection.light(pixel))
          : bare.colour(pixel);
    }

    /** Interpolated where all three corners have a value, else that of the nearest corner. */
    private float value(int pixel) {
      float nearest = values[projection.nearest(pixel)];
      if (Float.isNaN(nearest)) {
        return nearest;
      }
      float sum = 0;
      for (int corner = 0; corner < 3; corner++) {
        int vertex = projection.vertex(pixel, corner);
        sum += projection.share(pixel, corner) * values[vertex];
      }
      return Float.isNaN(sum) ? nearest : sum;
    }

    /** Whether an ROI ends between this pixel and one of its neighbours below and beside. */
    private boolean outline(int pixel) {
      int roi = rois[projection.nearest(pixel)];
      int width = projection.width();
      return differs(pixel, roi, 1)
          || differs(pixel, roi, width)
          || differs(pixel, roi, 2)
          || differs(pixel, roi, 2 * width);
    }

    private boolean differs(int pixel, int roi, int step) {
      int other = pixel + step;
      return other < bare.pixels()
          && projection.shows(other)
          && rois[projection.nearest(other)] != roi;
    }
  }

  private static int lit(int colour, float light) {
    float factor = LEAST_LIGHT + (1 - LEAST_LIGHT) * light;
    int lit = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      lit |= Math.min(255, Math.round((colour >> shift & 0xff) * factor)) << shift;
    }
    return lit;
  }
}
