package io.chiasm.report.writing.map;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.export.MapFiles;
import io.chiasm.report.figure.Chapter;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.surface.GroupMap;
import io.chiasm.report.surface.TurningCortex;
import io.chiasm.report.writing.file.DrawingRoom;
import io.chiasm.report.writing.file.FigureFiles;
import io.chiasm.report.writing.file.ResultSink;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.size.DrawnMaps;
import io.chiasm.report.writing.size.WritingSteps;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lateralisation on the cortex under the study's own split: every participant's map and the group's
 * as files, pictures of them, and the chapter that shows the first participant and the group.
 */
public final class CorticalMaps {
  public static final String ID = "maps";
  public static final String GROUP = "group";
  private static final String TITLE = "Maps of the cortex";

  private final StudyResults results;
  private final ResultSink sink;
  private final DrawingRoom room;
  private final WritingSteps steps;
  private final MapSource source;
  private final MapFiles files = new MapFiles();
  private final Map<Condition, Map<ParticipantId, List<EncodingCell>>> cells;

  /**
   * What became of the maps.
   *
   * @param turning empty if there are none, or if the surface has no coarser one
   */
  public record Drawn(Chapter chapter, Optional<TurningMaps> turning) {}

  private CorticalMaps(
      StudyResults results, ResultSink sink, DrawingRoom room, WritingSteps steps) {
    this.results = results;
    this.sink = sink;
    this.room = room;
    this.steps = steps;
    this.source = new MapSource(results.surfaces().numbers(), results.masks());
    this.cells = ordered(results);
  }

  /** Writes all files; the figures of the chapter are written too. */
  public static Drawn write(
      StudyResults results, ResultSink sink, DrawingRoom room, WritingSteps steps) {
    return results
        .surfaces()
        .cortex()
        .map(cortex -> new CorticalMaps(results, sink, room, steps).drawn(cortex))
        .orElseGet(
            () ->
                new Drawn(
                    new Chapter(ID, TITLE, results.surfaces().reason(), List.of()),
                    Optional.empty()));
  }

  /** Maps that there will be: each participant's and the group's, under each condition. */
  public static int count(StudyResults results) {
    return results.surfaces().cortex().isEmpty()
        ? 0
        : ordered(results).values().stream().mapToInt(people -> people.size() + 1).sum();
  }

  private static Map<Condition, Map<ParticipantId, List<EncodingCell>>> ordered(
      StudyResults results) {
    StudyOrder order = new StudyOrder(results.study());
    String split = results.study().split().label();
    Map<Condition, Map<ParticipantId, List<EncodingCell>>> cells = new LinkedHashMap<>();
    results.cells().stream()
        .filter(cell -> cell.condition().split().equals(split))
        .sorted(order.cells())
        .forEach(
            cell ->
                cells
                    .computeIfAbsent(cell.condition(), c -> new LinkedHashMap<>())
                    .computeIfAbsent(cell.participant(), p -> new ArrayList<>())
                    .add(cell));
    return cells;
  }

  private Drawn drawn(io.chiasm.report.surface.Cortex cortex) {
    sink.put(MapFiles.DESCRIPTION, MapFiles.description());
    Map<Condition, CorticalMap> groups = new LinkedHashMap<>();
    cells.forEach(
        (condition, participants) -> groups.put(condition, group(condition, participants)));
    MapFigures figures = new MapFigures(cortex, MapFigures.limit(groups.values()));
    Optional<TurningMaps> turning =
        groups.isEmpty()
            ? Optional.empty()
            : TurningCortex.of(cortex).map(small -> new TurningMaps(small, figures.colours()));
    List<Figure> shown = new ArrayList<>();
    groups.forEach(
        (condition, map) -> {
          shown.add(put(figures.group(condition, map)));
          turning.ifPresent(
              t -> t.add(GROUP, condition, figures.shown(map), MapFigures.sparse(map)));
          steps.next();
        });
    participants(figures, turning).forEach(figure -> shown.add(Math.min(1, shown.size()), figure));
    return new Drawn(new Chapter(ID, TITLE, text(), shown), turning);
  }

  private String text() {
    String outlines = source.outlined().isEmpty() ? "" : " Outlines: " + source.outlined() + ".";
    String left =
        all()
            ? ""
            : " There are more participants' maps than are drawn; their files hold them all.";
    return "Lateralisation of every vertex on the inflated cortex, and what the participants share."
        + " Pictures of every participant: figures/; maps for other programs: surfaces/."
        + outlines
        + left;
  }

  private CorticalMap group(
      Condition condition, Map<ParticipantId, List<EncodingCell>> participants) {
    GroupMap group = new GroupMap();
    participants.forEach(
        (participant, hemispheres) -> {
          CorticalMap map = source.of(hemispheres);
          group.add(map);
          files.of(participant.value(), condition, map).forEach(sink::put);
        });
    CorticalMap mean = group.mean();
    files.of(GROUP, condition, mean).forEach(sink::put);
    return mean;
  }

  /** Draws participants' maps; the very first is for the report too. */
  private List<Figure> participants(MapFigures figures, Optional<TurningMaps> turning) {
    List<Figure> first = new ArrayList<>();
    cells.forEach(
        (condition, participants) ->
            participants.forEach(
                (participant, hemispheres) -> {
                  if (all() || first.isEmpty()) {
                    CorticalMap map = source.of(hemispheres);
                    turning.ifPresent(
                        t ->
                            t.add(
                                participant.value(),
                                condition,
                                figures.shown(map),
                                MapFigures.sparse(map)));
                    if (first.isEmpty()) {
                      first.add(put(figures.participant(participant, condition, map)));
                    } else {
                      room.draw(
                          () ->
                              FigureFiles.bitmapInFolder(
                                  figures.participant(participant, condition, map)));
                    }
                  }
                  steps.next();
                }));
    return first;
  }

  private boolean all() {
    return DrawnMaps.all(cells.values().stream().mapToInt(Map::size).sum());
  }

  private Figure put(Figure figure) {
    room.draw(figure);
    return figure;
  }
}
