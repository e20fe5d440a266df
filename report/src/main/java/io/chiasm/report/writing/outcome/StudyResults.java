package io.chiasm.report.writing.outcome;

import io.chiasm.contracts.study.Study;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.geometry.CallosalGeometry;
import io.chiasm.report.geometry.LayerGeometry;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MaskSource;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.results.VertexPrediction;
import io.chiasm.report.surface.Surfaces;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a study left in the store.
 *
 * @param cells in any order
 * @param surfaces the cortex to draw on
 * @param ceilings noise ceilings, one of each kind that there is
 * @param geometry where the layers look
 * @param callosal where they look under each callosum of a split in the architecture
 * @param networks what looking at the study's networks told, and those left out of it
 * @param vertex whose predictions are shown; null if no encoding kept any
 * @param failures tasks that will never succeed
 * @param warnings of data set and encodings, in the order to tell them in each kind
 * @param foldsCsv content of {@code tables/folds.csv}
 */
public record StudyResults(
    Study study,
    List<EncodingCell> cells,
    MaskSource masks,
    Surfaces surfaces,
    List<NoiseCeilings> ceilings,
    List<LayerGeometry> geometry,
    List<CallosalGeometry> callosal,
    NetworkInventory networks,
    @Nullable VertexPrediction vertex,
    List<FailedTask> failures,
    List<Warning> warnings,
    String foldsCsv,
    Provenance provenance) {
  /** The warning of a data set whose responses were made: shown first. */
  public static final Warning SIMULATED =
      Warning.of(
          WarningKind.SIMULATED,
          "The responses are simulated: the data set holds what was planted in them (truth/). No number"
              + " here says anything about a brain.");

  /** Of a study of whose networks nothing more is known. */
  public StudyResults(
      Study study,
      List<EncodingCell> cells,
      MaskSource masks,
      Surfaces surfaces,
      List<NoiseCeilings> ceilings,
      List<LayerGeometry> geometry,
      List<CallosalGeometry> callosal,
      @Nullable VertexPrediction vertex,
      List<FailedTask> failures,
      List<Warning> warnings,
      String foldsCsv,
      Provenance provenance) {
    this(
        study,
        cells,
        masks,
        surfaces,
        ceilings,
        geometry,
        callosal,
        NetworkInventory.NONE,
        vertex,
        failures,
        warnings,
        foldsCsv,
        provenance);
  }

  public StudyResults {
    cells = List.copyOf(cells);
    ceilings = List.copyOf(ceilings);
    geometry = List.copyOf(geometry);
    callosal = List.copyOf(callosal);
    failures = List.copyOf(failures);
    warnings = List.copyOf(warnings);
  }
}
