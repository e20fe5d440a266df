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

  private final Cortex cortex;
  private final Map<Hemisphere, Map<View, Projection>> projections =
      new EnumMap<>(Hemisphere.class);

  /**
   * @param scale pixels per millimetre
   */
  public CortexViews(Cortex cortex, float scale) {
    this.cortex = cortex;
    for (Hemisphere hemisphere : Hemisphere.values()) {
      Map<View, Projection> views = new EnumMap<>(View.class);
      for (View view : View.values()) {
        views.put(view, new Projection(cortex.of(hemisphere).mesh(), view, hemisphere, scale));
      }
      projections.put(hemisphere, views);
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

  /** One view of one hemisphere on white. */
  public BufferedImage draw(CorticalMap map, Diverging colours, Hemisphere hemisphere, View view) {
    Projection projection =
        Objects.requireNonNull(Objects.requireNonNull(projections.get(hemisphere)).get(view));
    Painter painter = new Painter(map, colours, hemisphere, projection);
    BufferedImage image =
        new BufferedImage(projection.width(), projection.height(), BufferedImage.TYPE_INT_RGB);
    int[] pixels = new int[projection.width() * projection.height()];
    for (int pixel = 0; pixel < pixels.length; pixel++) {
      pixels[pixel] = painter.colour(pixel);
    }
    image.setRGB(0, 0, projection.width(), projection.height(), pixels, 0, projection.width());
    return image;
  }

  /** Colours pixels of one view. */
  private final class Painter {
    private final Diverging colours;
    private final HemisphereSurface surface;
    private final Projection projection;
    private final int last;
    private final float[] values;
    private final int[] rois;

    Painter(CorticalMap map, Diverging colours, Hemisphere hemisphere, Projection projection) {
      this.colours = colours;
      this.surface = cortex.of(hemisphere);
      this.projection = projection;
      this.last = projection.width() * projection.height();
      this.values = map.mutable(hemisphere);
      this.rois = new Neighbours(surface.mesh()).supported(map.regions(hemisphere));
    }

    int colour(int pixel) {
      if (!projection.shows(pixel)) {
        return WHITE;
      }
      if (outline(pixel)) {
        return OUTLINE;
      }
      float value = value(pixel);
      boolean coloured = !Float.isNaN(value) && colours.shows(value);
      return lit(coloured ? colours.colour(value) : ground(pixel), projection.light(pixel));
    }

    private int ground(int pixel) {
      int grey = surface.sulcus(projection.nearest(pixel)) ? SULCUS : GYRUS;
      return grey << 16 | grey << 8 | grey;
    }

    /** Interpolated where all three corners have a value, else that of the nearest corner. */
    private float value(int pixel) {
      float sum = 0;
      for (int corner = 0; corner < 3; corner++) {
        int vertex = projection.vertex(pixel, corner);
        sum += projection.share(pixel, corner) * values[vertex];
      }
      return Float.isNaN(sum) ? values[projection.nearest(pixel)] : sum;
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
      return other < last && projection.shows(other) && rois[projection.nearest(other)] != roi;
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
