package io.chiasm.aggregator.shell.reporting;

import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.TerminalTable;
import io.chiasm.report.shell.json.CrateJson;
import io.chiasm.report.shell.json.ProvenanceJson;
import io.chiasm.report.shell.json.SummaryJson;
import io.chiasm.report.surface.SurfaceFolder;
import io.chiasm.report.surface.Surfaces;
import io.chiasm.report.writing.ResultsWriter;
import io.chiasm.report.writing.outcome.FailedTask;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.size.WritingWatch;
import io.chiasm.study.shell.importing.Imported;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/** Writes a study's results folder into the store from what has been encoded. */
public final class StudyReporter implements Reporter {
  private final TensorStore store;
  private final StoredTensors tensors;
  private final Clock clock;

  public StudyReporter(TensorStore store, Clock clock) {
    this.store = store;
    this.tensors = new StoredTensors(store);
    this.clock = clock;
  }

  @Override
  public List<String> report(Unfinished fitted, List<FailedTask> failed, WritingWatch watch) {
    String id = fitted.plan().study();
    List<StoredCell> cells = cells(fitted);
    try (ResultsFolder folder = new ResultsFolder(store, ObjectLayout.results(id))) {
      ObjectKey list = ObjectLayout.resultFiles(id);
      store.delete(list);
      folder.empty();
      List<String> warnings = write(fitted, cells, failed, folder, watch);
      folder.await();
      store.put(list, Content.of(Json.write(folder.files())));
      return warnings;
    } catch (MissingObjectException e) {
      // A result without one of its arrays is none: to be computed again.
      cells.stream()
          .filter(cell -> cell.refersTo(e.key()))
          .forEach(cell -> store.delete(cell.task().result()));
      throw e;
    }
  }

  private List<String> write(
      Unfinished fitted,
      List<StoredCell> cells,
      List<FailedTask> failed,
      ResultsFolder folder,
      WritingWatch watch) {
    Imported imported = fitted.imported();
    Study study = imported.used(fitted.study());
    List<Warning> warnings = new ArrayList<>(imported.warnings());
    cells.stream()
        .sorted(new StudyOrder(study).cells())
        .forEach(cell -> warnings.addAll(cell.warnings()));
    cells.forEach(cell -> copyFoldwise(cell, folder));
    ResultsWriter.Written written =
        new ResultsWriter(
                NpyWriter::write, new ProvenanceJson(), new SummaryJson(), new CrateJson())
            .write(
                new StudyResults(
                    study,
                    List.<EncodingCell>copyOf(cells),
                    imported::masks,
                    surfaces(study, imported),
                    StudyCeilings.of(imported, tensors),
                    imported.geometry(),
                    imported.callosal(),
                    imported.networks(),
                    new StoredVertex(study, imported, tensors).of(cells).orElse(null),
                    failed,
                    warnings,
                    imported.folds().csv(),
                    new ProvenanceRecord(clock.instant()).of(fitted.study(), imported)),
                folder::put,
                watch);
    String split = study.split().label();
    folder.put(
        "summary.txt", TerminalTable.of(written.scores(), split).getBytes(StandardCharsets.UTF_8));
    return written.warnings();
  }

  private static Surfaces surfaces(Study study, Imported imported) {
    Path folder = study.surface();
    return folder == null
        ? Surfaces.none("The study names no surface (surface: FOLDER), so no maps were drawn.")
        : Surfaces.of(SurfaceFolder.open(folder), imported::fsaverage);
  }

  private List<StoredCell> cells(Unfinished study) {
    return study
        .plan()
        .encoding()
        .filter(task -> study.fitted().contains(task.result()))
        .map(task -> new StoredCell(task, document(task.result()), tensors))
        .toList();
  }

  private EncodingDocument document(ObjectKey key) {
    return new Documents(store).get(key, EncodingDocument.class);
  }

  private void copyFoldwise(StoredCell cell, ResultsFolder folder) {
    cell.foldwise()
        .forEach((name, file) -> folder.put(VertexPath.of(cell, name), () -> tensors.bytes(file)));
  }
}
