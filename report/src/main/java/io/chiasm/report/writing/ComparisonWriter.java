package io.chiasm.report.writing;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.comparison.Comparison;
import io.chiasm.report.comparison.DifferencesTable;
import io.chiasm.report.comparison.VertexDifferences;
import io.chiasm.report.comparison.VerticesTable;
import io.chiasm.report.figure.Chapter;
import io.chiasm.report.figure.ComparisonFigures;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.PathSegment;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.statistics.StatisticsTable;
import io.chiasm.report.surface.Surfaces;
import io.chiasm.report.table.Table;
import io.chiasm.report.writing.file.DrawingRoom;
import io.chiasm.report.writing.file.ResultSink;
import io.chiasm.report.writing.file.TensorFormat;
import io.chiasm.report.writing.file.VertexFiles;
import io.chiasm.report.writing.map.DifferenceMaps;
import io.chiasm.report.writing.page.ComparisonReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes the folder of a comparison. The same two results give the same bytes. */
public final class ComparisonWriter {
  private final VertexFiles vertices;
  private final ResultSink sink;

  public ComparisonWriter(TensorFormat tensors, ResultSink sink) {
    this.vertices = new VertexFiles(tensors, sink);
    this.sink = sink;
  }

  /**
   * Writes every file, the report last.
   *
   * @param surfaces the cortex to draw on, or why there is none
   * @throws io.chiasm.contracts.failure.InputException if an array or a map of the studies cannot
   *     be read
   */
  public void write(Comparison comparison, Surfaces surfaces) {
    VertexDifferences differences =
        VertexDifferences.of(
            comparison,
            (pair, participant, hemisphere, quantity, values) ->
                vertices.write(path(pair.plain(), participant, hemisphere, quantity), values));
    table("differences", DifferencesTable.of(comparison.scores()));
    table("statistics", StatisticsTable.of(comparison.tests()));
    if (!differences.summaries().isEmpty()) {
      table("vertices", VerticesTable.of(differences.summaries()));
    }
    List<Chapter> chapters = new ArrayList<>(ComparisonFigures.of(comparison, differences));
    try (DrawingRoom room = new DrawingRoom(sink)) {
      chapters.forEach(chapter -> chapter.figures().forEach(room::draw));
      chapters.add(2, DifferenceMaps.write(comparison, surfaces, sink, room));
      room.finish();
    }
    sink.put("report.html", utf8(ComparisonReport.html(comparison, differences, chapters)));
  }

  private static String path(
      Condition condition, ParticipantId participant, Hemisphere hemisphere, Quantity quantity) {
    String folder =
        Stream.of(participant.value(), condition.network(), condition.layer(), condition.split())
            .map(PathSegment::of)
            .collect(Collectors.joining("/"));
    return "vertices/%s/%s_difference_%s.npy"
        .formatted(folder, hemisphere.label(), quantity.label());
  }

  private void table(String name, Table table) {
    sink.put("tables/" + name + ".csv", table.csv());
    sink.put("tables/" + name + ".parquet", table.parquet());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
