package io.chiasm.aggregator.report;

import io.chiasm.aggregator.figure.Bitmap;
import io.chiasm.aggregator.figure.Figure;
import io.chiasm.aggregator.figure.Lettering;
import io.chiasm.aggregator.figure.StudyFigures;
import io.chiasm.aggregator.results.GroupsTable;
import io.chiasm.aggregator.results.LateralisationTable;
import io.chiasm.aggregator.results.ScoresTable;
import io.chiasm.aggregator.results.StudyOrder;
import io.chiasm.aggregator.results.StudyScores;
import io.chiasm.aggregator.results.Summariser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes a study's results folder. The same results give the same bytes; only {@code
 * provenance.json} holds a time.
 */
public final class ResultsWriter {
  private final TensorFormat tensors;
  private final ProvenanceFormat provenance;

  public ResultsWriter(TensorFormat tensors, ProvenanceFormat provenance) {
    this.tensors = tensors;
    this.provenance = provenance;
  }

  /**
   * Writes every file, arrays over vertices first, the report last, so that a report is never there
   * without what it speaks of.
   *
   * @return the means that tables and figures show
   * @throws io.chiasm.contracts.failure.InputException if arrays and masks do not fit each other
   */
  public StudyScores write(StudyResults results, ResultSink sink) {
    StudyScores scores =
        new Summariser(new StudyOrder(results.study()), results.masks())
            .summarise(results.cells(), new VertexFiles(tensors, sink)::write);
    tables(results, scores, sink);
    String split = StudyOrder.label(results.study().split().at());
    List<Figure> figures = StudyFigures.of(scores, split);
    figures.forEach(figure -> figure(figure, sink));
    sink.put("study.yaml", utf8(results.provenance().studyYaml()));
    sink.put("provenance.json", provenance.bytes(results.provenance()));
    sink.put("report.html", utf8(StudyReport.html(results, scores, figures)));
    return scores;
  }

  private static void tables(StudyResults results, StudyScores scores, ResultSink sink) {
    sink.put("tables/scores.csv", ScoresTable.csv(scores));
    sink.put("tables/groups.csv", GroupsTable.csv(scores));
    sink.put("tables/lateralisation.csv", LateralisationTable.csv(scores));
    sink.put("tables/folds.csv", utf8(results.foldsCsv()));
  }

  private static void figure(Figure figure, ResultSink sink) {
    sink.put("figures/" + figure.id() + ".svg", utf8(figure.svg(Lettering.TEXT)));
    sink.put("figures/" + figure.id() + ".png", Bitmap.png(figure));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
