package io.chiasm.report.writing;

import io.chiasm.report.figure.Chapter;
import io.chiasm.report.figure.DecompositionFigures;
import io.chiasm.report.figure.ReliabilityFigures;
import io.chiasm.report.figure.StudyFigures;
import io.chiasm.report.geometry.CallosaTable;
import io.chiasm.report.geometry.GeometryTable;
import io.chiasm.report.reliability.ReliabilityTable;
import io.chiasm.report.reliability.StudyReliability;
import io.chiasm.report.reliability.VarianceOfRoi;
import io.chiasm.report.reliability.VarianceTable;
import io.chiasm.report.results.CeilingsTable;
import io.chiasm.report.results.GroupsTable;
import io.chiasm.report.results.LateralisationTable;
import io.chiasm.report.results.NormalisedScores;
import io.chiasm.report.results.ScoresTable;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.results.Summariser;
import io.chiasm.report.results.VertexPrediction;
import io.chiasm.report.results.VertexTable;
import io.chiasm.report.statistics.AcrossNetworks;
import io.chiasm.report.statistics.AcrossResult;
import io.chiasm.report.statistics.AcrossTable;
import io.chiasm.report.statistics.ContrastResult;
import io.chiasm.report.statistics.Decomposed;
import io.chiasm.report.statistics.Decomposition;
import io.chiasm.report.statistics.DecompositionTable;
import io.chiasm.report.statistics.EpochTable;
import io.chiasm.report.statistics.StatisticsTable;
import io.chiasm.report.statistics.StudyStatistics;
import io.chiasm.report.table.Table;
import io.chiasm.report.writing.crate.CrateFormat;
import io.chiasm.report.writing.crate.ResearchCrate;
import io.chiasm.report.writing.file.CeilingFiles;
import io.chiasm.report.writing.file.DrawingRoom;
import io.chiasm.report.writing.file.ListedSink;
import io.chiasm.report.writing.file.ResultSink;
import io.chiasm.report.writing.file.TensorFormat;
import io.chiasm.report.writing.file.VertexFiles;
import io.chiasm.report.writing.map.CorticalMaps;
import io.chiasm.report.writing.method.Bibliography;
import io.chiasm.report.writing.method.MethodsText;
import io.chiasm.report.writing.network.MetadataTable;
import io.chiasm.report.writing.network.NetworksTable;
import io.chiasm.report.writing.outcome.ProvenanceFormat;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.page.StudyReport;
import io.chiasm.report.writing.size.WritingSteps;
import io.chiasm.report.writing.size.WritingWatch;
import io.chiasm.report.writing.summary.Summaries;
import io.chiasm.report.writing.summary.SummaryFormat;
import io.chiasm.report.writing.warning.StudyWarnings;
import io.chiasm.report.writing.warning.WarningSentences;
import io.chiasm.report.writing.warning.WarningsTable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes a study's results folder. The same results give the same bytes; only {@code
 * provenance.json} and {@code ro-crate-metadata.json} hold a time.
 */
public final class ResultsWriter {
  private final TensorFormat tensors;
  private final ProvenanceFormat provenance;
  private final SummaryFormat summary;
  private final CrateFormat crate;

  public ResultsWriter(
      TensorFormat tensors, ProvenanceFormat provenance, SummaryFormat summary, CrateFormat crate) {
    this.tensors = tensors;
    this.provenance = provenance;
    this.summary = summary;
    this.crate = crate;
  }

  /**
   * What was written.
   *
   * @param scores the means that tables and figures show
   * @param warnings one sentence for each kind
   */
  public record Written(StudyScores scores, List<String> warnings) {
    public Written {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Writes every file, arrays over vertices first, the report last, so that a report is never there
   * without what it speaks of.
   *
   * @param watch is told of every step; the last one is done with the last file
   * @return what the tables and figures show, and what a reader is told
   * @throws io.chiasm.contracts.failure.InputException if arrays and masks do not fit each other
   */
  public Written write(StudyResults results, ResultSink into, WritingWatch watch) {
    ListedSink sink = new ListedSink(into);
    WritingSteps steps =
        new WritingSteps(results.cells().size(), CorticalMaps.count(results), watch);
    VertexFiles vertices = new VertexFiles(tensors, sink);
    CeilingFiles ceilings = new CeilingFiles(vertices, results.ceilings());
    StudyReliability reliability = new StudyReliability(results.masks());
    NormalisedScores normalised = new NormalisedScores(results.masks(), results.ceilings());
    StudyScores scores =
        new Summariser(new StudyOrder(results.study()), results.masks())
            .summarise(
                results.cells(),
                cell -> {
                  vertices.write(cell);
                  ceilings.write(cell);
                  normalised.add(cell);
                  reliability.add(cell);
                  steps.next();
                });
    List<ContrastResult> tests = StudyStatistics.of(results.study(), scores);
    List<Warning> warnings = StudyWarnings.of(results, scores);
    List<String> sentences = WarningSentences.of(results, warnings);
    tables(results, scores, tests, sink);
    table("warnings", WarningsTable.of(warnings), sink);
    table("geometry", GeometryTable.of(results.geometry()), sink);
    if (!results.callosal().isEmpty()) {
      table("callosa", CallosaTable.of(results.callosal()), sink);
    }
    List<AcrossResult> across = AcrossNetworks.of(results.study(), results.networks(), scores);
    if (!across.isEmpty()) {
      table("across_networks", AcrossTable.of(across), sink);
    }
    if (MetadataTable.isOf(results)) {
      table("network_metadata", MetadataTable.of(results), sink);
    }
    EpochTable.of(results.study(), scores).ifPresent(epochs -> table("epochs", epochs, sink));
    VertexPrediction vertex = results.vertex();
    if (vertex != null) {
      table("vertex", VertexTable.of(vertex), sink);
    }
    if (!results.ceilings().isEmpty()) {
      table("ceilings", CeilingsTable.of(normalised.rows()), sink);
    }
    List<Decomposed> decomposition = Decomposition.of(results.study(), scores);
    if (!decomposition.isEmpty()) {
      table("decomposition", DecompositionTable.of(decomposition), sink);
    }
    List<VarianceOfRoi> variances = reliability.variances(results.study(), scores);
    table("reliability", ReliabilityTable.of(reliability.halves()), sink);
    table("variance", VarianceTable.of(variances), sink);
    List<Chapter> chapters =
        new ArrayList<>(
            StudyFigures.of(
                results.study(), scores, tests, across, normalised.rows(), results.vertex()));
    if (!chapters.isEmpty()) {
      chapters.add(ReliabilityFigures.chapter(results.study(), reliability.halves(), variances));
    }
    if (!decomposition.isEmpty()) {
      after("hemispheres", DecompositionFigures.chapter(decomposition), chapters);
    }
    CorticalMaps.Drawn maps;
    try (DrawingRoom room = new DrawingRoom(sink)) {
      chapters.forEach(chapter -> chapter.figures().forEach(room::draw));
      maps = CorticalMaps.write(results, sink, room, steps);
      room.finish();
    }
    chapters.add(Math.min(1, chapters.size()), maps.chapter());
    sink.put(Bibliography.FILE, utf8(Bibliography.of(MethodsText.of(results))));
    sink.put("study.yaml", utf8(results.provenance().studyYaml()));
    sink.put("provenance.json", provenance.bytes(results.provenance()));
    sink.put(
        "summary.json", summary.bytes(Summaries.of(results, scores, tests, warnings, sentences)));
    sink.put(
        ResearchCrate.FILE,
        crate.bytes(ResearchCrate.CONTEXT, ResearchCrate.of(results, sink.sizes(), sentences)));
    String report =
        StudyReport.html(
            results,
            scores,
            normalised.rows(),
            chapters,
            maps.turning(),
            decomposition,
            tests,
            sentences);
    sink.put("report.html", utf8(report));
    steps.next();
    return new Written(scores, sentences);
  }

  private static void after(String id, Chapter chapter, List<Chapter> chapters) {
    int before = chapters.stream().map(Chapter::id).toList().indexOf(id);
    chapters.add(before + 1, chapter);
  }

  private static void tables(
      StudyResults results, StudyScores scores, List<ContrastResult> tests, ResultSink sink) {
    table("scores", ScoresTable.of(scores), sink);
    table("groups", GroupsTable.of(scores), sink);
    table("lateralisation", LateralisationTable.of(scores), sink);
    table("statistics", StatisticsTable.of(tests), sink);
    table("networks", NetworksTable.of(results.study(), results.provenance()), sink);
    sink.put("tables/folds.csv", utf8(results.foldsCsv()));
  }

  private static void table(String name, Table table, ResultSink sink) {
    sink.put("tables/" + name + ".csv", table.csv());
    sink.put("tables/" + name + ".parquet", table.parquet());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
