package io.chiasm.report.writing.map;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.chart.Picture;
import io.chiasm.report.chart.SurfaceFigure;
import io.chiasm.report.colour.Diverging;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.surface.Cortex;
import io.chiasm.report.surface.CortexViews;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.table.DecimalText;
import java.util.Arrays;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Figures of maps, all with the same scale of colours. */
public final class MapFigures {
  /** 300 dots per inch at one point a millimetre. */
  private static final float PIXELS_PER_MILLIMETRE = 300f / 72;

  /** Share of the groups' absolute values within the scale. */
  private static final double WITHIN = 0.99;

  private static final double STEP = 0.05;

  /** Values below this share of the limit are not told from zero by their colour. */
  private static final double THRESHOLD = 0.1;

  /** Fewer vertices with a value are too few to see; NSD's general mask holds 0.12. */
  private static final double SPARSE = 0.04;

  private static final int RINGS = 3;
  public static final String SPREAD =
      " The data set holds few, scattered vertices: each is drawn with the three rings of vertices"
          + " around it.";

  private final CortexViews views;
  private final Diverging colours;

  MapFigures(Cortex cortex, double limit) {
    this.views = new CortexViews(cortex, PIXELS_PER_MILLIMETRE);
    this.colours = new Diverging(limit, THRESHOLD * limit);
  }

  /** The scale's end for these maps, a multiple of 0.05. */
  static double limit(Collection<CorticalMap> maps) {
    double[] values =
        maps.stream()
            .flatMapToDouble(
                map -> Arrays.stream(Hemisphere.values()).flatMapToDouble(h -> known(map, h)))
            .map(Math::abs)
            .sorted()
            .toArray();
    double reach = values.length == 0 ? 0 : values[(int) (WITHIN * (values.length - 1))];
    return STEP * Math.max(1, Math.ceil(reach / STEP));
  }

  private static DoubleStream known(CorticalMap map, Hemisphere hemisphere) {
    float[] values = map.values(hemisphere);
    return IntStream.range(0, values.length)
        .mapToDouble(vertex -> values[vertex])
        .filter(value -> !Double.isNaN(value));
  }

  Diverging colours() {
    return colours;
  }

  /** The map as it is drawn: sparse values are spread. */
  CorticalMap shown(CorticalMap map) {
    return sparse(map) ? views.spread(map, RINGS) : map;
  }

  /** Whether its values are too few and scattered to be seen as they are. */
  static boolean sparse(CorticalMap map) {
    return map.density() < SPARSE;
  }

  SurfaceFigure group(Condition condition, CorticalMap map) {
    return figure(
        "group", "Mean of the participants that have a value at a vertex.", condition, map);
  }

  SurfaceFigure participant(ParticipantId participant, Condition condition, CorticalMap map) {
    return figure(participant.value(), "One participant.", condition, map);
  }

  /**
   * Lateralisation in one study less that in another, the mean of participants.
   *
   * @param name of the pair of conditions, for the file
   */
  SurfaceFigure difference(Condition condition, String name, CorticalMap map) {
    return new SurfaceFigure(
        "map_difference_" + name,
        "Lateralisation, B − A: %s, %s layer, split %s"
            .formatted(condition.network(), condition.layer(), condition.split()),
        "(r contra − r ipsi) of B − of A",
        "Mean of the participants that have a value in both studies."
            + scale()
            + (sparse(map) ? SPREAD : ""),
        colours,
        PIXELS_PER_MILLIMETRE,
        rows(map));
  }

  private SurfaceFigure figure(String who, String what, Condition condition, CorticalMap map) {
    String id =
        "map_%s_%s_%s"
            .formatted(
                PathSegment.of(who),
                PathSegment.of(condition.network()),
                PathSegment.of(condition.layer()));
    String title =
        "Contralateral − ipsilateral prediction, %s: %s, %s layer"
            .formatted(who, condition.network(), condition.layer());
    return new SurfaceFigure(
        id,
        title,
        "r contra − r ipsi",
        what + caption() + (sparse(map) ? SPREAD : ""),
        colours,
        PIXELS_PER_MILLIMETRE,
        rows(map));
  }

  private String caption() {
    return scale() + " Black lines: ROIs of the visual maps.";
  }

  private String scale() {
    return String.format(
        Locale.ROOT,
        " Inflated surface, sulci dark. Without colour: no value, or below %.3f in size; beyond"
            + " ±%.2f the end colours.",
        colours.threshold(),
        colours.limit());
  }

  private List<SurfaceFigure.Row> rows(CorticalMap map) {
    CorticalMap shown = shown(map);
    return Arrays.stream(Hemisphere.values())
        .map(
            hemisphere ->
                new SurfaceFigure.Row(
                    hemisphere == Hemisphere.LH ? "left" : "right",
                    finding(map, hemisphere),
                    views.draw(shown, colours, hemisphere).entrySet().stream()
                        .map(drawn -> new Picture(drawn.getKey().label(), drawn.getValue()))
                        .toList()))
        .toList();
  }

  private static String finding(CorticalMap map, Hemisphere hemisphere) {
    String side = hemisphere == Hemisphere.LH ? "Left" : "Right";
    DoubleSummaryStatistics values = known(map, hemisphere).summaryStatistics();
    if (values.getCount() == 0) {
      return side + " hemisphere: no value";
    }
    long positive = known(map, hemisphere).filter(value -> value > 0).count();
    return String.format(
        Locale.ROOT,
        "%s hemisphere: %d vertices from %s to %s, mean %s, %.0f %% above zero",
        side,
        values.getCount(),
        DecimalText.three(values.getMin()),
        DecimalText.three(values.getMax()),
        DecimalText.three(values.getAverage()),
        100.0 * positive / values.getCount());
  }
}
