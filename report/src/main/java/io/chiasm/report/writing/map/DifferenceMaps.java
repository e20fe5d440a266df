package io.chiasm.report.writing.map;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.SurfaceFigure;
import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.export.MapFiles;
import io.chiasm.report.figure.Chapter;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.surface.Cortex;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.surface.GroupMap;
import io.chiasm.report.surface.Surfaces;
import io.chiasm.report.writing.file.DrawingRoom;
import io.chiasm.report.writing.file.ResultSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where on the cortex two studies' lateralisation differs: files for every participant and their
 * mean, and pictures of the mean.
 */
public final class DifferenceMaps {
  private static final String TITLE = "Maps of the difference";
  private static final String NONE =
      "There is nothing to draw: one of the studies holds no maps (surfaces/) of what is compared.";

  private final Comparison comparison;
  private final ResultSink sink;
  private final DrawingRoom room;
  private final MapFiles files = MapFiles.ofDifferences();
  private final Map<ConditionPair, CorticalMap> means = new LinkedHashMap<>();

  private DifferenceMaps(Comparison comparison, ResultSink sink, DrawingRoom room) {
    this.comparison = comparison;
    this.sink = sink;
    this.room = room;
  }

  /**
   * Writes all files.
   *
   * @param surfaces the cortex to draw on, or why there is none
   * @return the chapter that shows the means
   */
  public static Chapter write(
      Comparison comparison, Surfaces surfaces, ResultSink sink, DrawingRoom room) {
    DifferenceMaps maps = new DifferenceMaps(comparison, sink, room);
    comparison.pairs().forEach(maps::add);
    if (maps.means.isEmpty()) {
      return new Chapter(CorticalMaps.ID, TITLE, NONE, List.of());
    }
    sink.put(MapFiles.DESCRIPTION, MapFiles.description());
    return surfaces
        .cortex()
        .map(maps::drawn)
        .orElseGet(() -> new Chapter(CorticalMaps.ID, TITLE, surfaces.reason(), List.of()));
  }

  private void add(ConditionPair pair) {
    GroupMap group = new GroupMap();
    boolean any = false;
    for (ParticipantId participant : participants(pair)) {
      Optional<CorticalMap> difference = difference(participant, pair);
      if (difference.isPresent()) {
        any = true;
        group.add(difference.get());
        files.of(participant.value(), pair.plain(), difference.get()).forEach(sink::put);
      }
    }
    if (any) {
      CorticalMap mean = group.mean();
      files.of(CorticalMaps.GROUP, pair.plain(), mean).forEach(sink::put);
      means.put(pair, mean);
    }
  }

  private List<ParticipantId> participants(ConditionPair pair) {
    return comparison.scores().rows().stream()
        .filter(row -> row.pair().equals(pair))
        .map(row -> row.a().participant())
        .distinct()
        .toList();
  }

  private Optional<CorticalMap> difference(ParticipantId participant, ConditionPair pair) {
    Optional<CorticalMap> a = comparison.a().maps().of(participant, pair.a());
    return comparison.b().maps().of(participant, pair.b()).flatMap(b -> a.map(b::minus));
  }

  private Chapter drawn(Cortex cortex) {
    MapFigures figures = new MapFigures(cortex, MapFigures.limit(means.values()));
    List<Figure> shown = new ArrayList<>();
    means.forEach(
        (pair, map) -> shown.add(put(figures.difference(pair.difference(), name(pair), map))));
    return new Chapter(
        CorticalMaps.ID,
        TITLE,
        "Red: vertices that are more lateralised in B, blue: in A. Maps of every participant for"
            + " other programs: surfaces/.",
        shown);
  }

  private static String name(ConditionPair pair) {
    return PathSegment.of(pair.plain().network())
        + "_"
        + PathSegment.of(pair.plain().layer())
        + "_"
        + PathSegment.of(pair.plain().split());
  }

  private Figure put(SurfaceFigure figure) {
    room.draw(figure);
    return figure;
  }
}
