package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.dataset.roi.RoiMask;
import io.chiasm.report.ceiling.NoiseCeilings;
import io.chiasm.report.geometry.CallosalGeometry;
import io.chiasm.report.geometry.LayerGeometry;
import io.chiasm.report.results.LeftOut;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.surface.Surfaces.VertexNumbers;
import io.chiasm.report.writing.outcome.Provenance;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.study.estimate.Extents;
import io.chiasm.study.plan.Material;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A study's material in the store, and what the results need to know of the data set.
 *
 * @param folds in which stimuli are held out
 * @param rois masks by participant and hemisphere
 * @param fsaverage numbers of vertices on fsaverage
 * @param ceilings noise ceilings that the study gives
 * @param ceilingFiles the files that they are from
 * @param geometry where the networks' layers look
 * @param callosal where they look under each callosum of a split in the architecture
 * @param networks what looking at the networks told, and those left out
 * @param weights how networks' weights were found in their files, in words, by network
 * @param extents what the work of its tasks grows with
 * @param warnings of the data set
 */
public record Imported(
    Material material,
    StudyFolds folds,
    Map<ParticipantHemisphere, List<RoiMask>> rois,
    VertexNumbers fsaverage,
    List<NoiseCeilings> ceilings,
    List<Provenance.Ceiling> ceilingFiles,
    List<LayerGeometry> geometry,
    List<CallosalGeometry> callosal,
    NetworkInventory networks,
    Map<String, List<String>> weights,
    Extents extents,
    List<Warning> warnings) {
  public Imported {
    rois = Collections.unmodifiableMap(new LinkedHashMap<>(rois));
    ceilings = List.copyOf(ceilings);
    ceilingFiles = List.copyOf(ceilingFiles);
    geometry = List.copyOf(geometry);
    callosal = List.copyOf(callosal);
    weights = Map.copyOf(weights);
    warnings = List.copyOf(warnings);
  }

  /** The study without the networks that it goes on without. */
  public Study used(Study study) {
    Set<NetworkSpec> leftOut =
        networks.leftOut().stream().map(LeftOut::network).collect(Collectors.toSet());
    return leftOut.isEmpty()
        ? study
        : study.of(study.networks().stream().filter(n -> !leftOut.contains(n)).toList());
  }

  /** The masks of one hemisphere; empty if the data set has none. */
  public List<RoiMask> masks(ParticipantId participant, Hemisphere hemisphere) {
    return rois.getOrDefault(new ParticipantHemisphere(participant, hemisphere), List.of());
  }

  /** {@code [vertex]} the number of each vertex on fsaverage, if the data set says. */
  public Optional<int[]> fsaverage(ParticipantId participant, Hemisphere hemisphere) {
    return fsaverage.of(participant, hemisphere);
  }
}
