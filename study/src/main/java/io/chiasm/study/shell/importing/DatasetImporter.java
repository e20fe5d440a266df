package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantHemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.dataset.algonauts.Finding;
import io.chiasm.dataset.roi.RoiMask;
import io.chiasm.networks.shell.WeightsFolder;
import io.chiasm.report.results.LeftOut;
import io.chiasm.report.surface.SurfaceFolder;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.outcome.WarningPlace;
import io.chiasm.study.plan.Material;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Brings an Algonauts data set and the study's networks into the store. */
public final class DatasetImporter implements Importer {
  /** What a made data set holds and a measured one does not. */
  private static final String TRUTH = "truth";

  private final TensorStore store;
  private final InputTensors inputs;

  public DatasetImporter(TensorStore store) {
    this.store = store;
    this.inputs = new InputTensors(store);
  }

  /**
   * Checks what can be known of a study's files before anything is started.
   *
   * @throws InputException naming the first thing that is wrong
   */
  public static void check(Study study) {
    checkSurface(study);
    SemanticImport semantic = SemanticImport.of(study);
    NetworkImport.check(study);
    AlgonautsDataset dataset = open(study);
    semantic.check(union(chosen(study, dataset)));
    CeilingImport.of(study, dataset);
    VertexCheck.check(study.vertex(), dataset);
  }

  static AlgonautsDataset open(Study study) {
    return AlgonautsDataset.open(
        DataPath.of(study.dataset().algonauts()), study.dataset().participants());
  }

  @Override
  public Imported bringIn(Study study, ImportWatch watch) {
    checkSurface(study);
    SemanticImport semantic = SemanticImport.of(study);
    ExtentsReading extents = new ExtentsReading();
    NetworkImport networkImport = new NetworkImport(store, WeightsFolder.ofEnvironment(), extents);
    List<Material.Network> networks = networkImport.bringIn(study);
    AlgonautsDataset dataset = open(study);
    Map<ParticipantId, List<StimulusId>> chosen = chosen(study, dataset);
    Optional<CeilingImport> ceilings = CeilingImport.of(study, dataset);
    VertexCheck.check(study.vertex(), dataset);
    Map<StimulusId, StimulusRef> images =
        new PhotographImport(store, dataset).bringIn(union(chosen), watch);
    StudyFolds folds = StudyFolds.of(study.validation(), union(chosen));
    List<Material.Participant> participants = new ArrayList<>();
    chosen.forEach(
        (id, stimuli) -> {
          LongTensor own = folds.of(stimuli);
          extents.folds(id, own.values());
          participants.add(participant(dataset, id, stimuli, images, own));
        });
    List<Material.Features> features = semantic.bringIn(inputs, union(chosen));
    List<Warning> warnings = warnings(study, dataset);
    networkImport.inventory().leftOut().forEach(left -> warnings.add(leftOut(left)));
    networkImport
        .warnings(study)
        .forEach(w -> warnings.add(Warning.of(WarningKind.WHOLE_IMAGE, w)));
    semantic.warnings().forEach(w -> warnings.add(Warning.of(WarningKind.SEMANTIC, w)));
    return new Imported(
        new Material(networks, features, participants),
        folds,
        rois(dataset),
        dataset::vertexToFsaverage,
        ceilings.map(CeilingImport::ceilings).stream().toList(),
        ceilings.map(CeilingImport::files).orElse(List.of()),
        networkImport.geometry(),
        networkImport.callosal(),
        networkImport.inventory(),
        networkImport.weights(),
        extents.extents(),
        warnings);
  }

  static Map<ParticipantId, List<StimulusId>> chosen(Study study, AlgonautsDataset dataset) {
    Map<ParticipantId, List<StimulusId>> chosen = new LinkedHashMap<>();
    boolean shared = study.dataset().stimuli() == StimulusSelection.SHARED;
    for (ParticipantId participant : dataset.participants()) {
      chosen.put(participant, shared ? dataset.sharedStimuli() : dataset.stimuli(participant));
    }
    if (shared && dataset.sharedStimuli().isEmpty()) {
      throw new InputException(
          "dataset.stimuli: no stimulus was seen by every participant; 'all' uses what each saw");
    }
    return chosen;
  }

  static List<StimulusId> union(Map<ParticipantId, List<StimulusId>> chosen) {
    return chosen.values().stream().flatMap(List::stream).distinct().sorted().toList();
  }

  private Material.Participant participant(
      AlgonautsDataset dataset,
      ParticipantId id,
      List<StimulusId> stimuli,
      Map<StimulusId, StimulusRef> images,
      LongTensor folds) {
    Map<Hemisphere, TensorRef> responses = new LinkedHashMap<>();
    for (Hemisphere hemisphere : dataset.hemispheres(id)) {
      responses.put(hemisphere, inputs.put(dataset.responses(id, hemisphere, stimuli)));
    }
    return new Material.Participant(
        id, stimuli.stream().map(images::get).toList(), inputs.put(folds), responses);
  }

  private static Map<ParticipantHemisphere, List<RoiMask>> rois(AlgonautsDataset dataset) {
    Map<ParticipantHemisphere, List<RoiMask>> rois = new LinkedHashMap<>();
    for (ParticipantId participant : dataset.participants()) {
      for (Hemisphere hemisphere : dataset.hemispheres(participant)) {
        rois.put(
            new ParticipantHemisphere(participant, hemisphere),
            dataset.roiMasks(participant, hemisphere));
      }
    }
    return rois;
  }

  /** A study finds out before any work that its surface cannot be drawn on. */
  private static void checkSurface(Study study) {
    Path surface = study.surface();
    if (surface != null) {
      SurfaceFolder.open(surface);
    }
  }

  private static Warning leftOut(LeftOut network) {
    WarningPlace place = WarningPlace.ofNetwork(network.network().name());
    return new Warning(WarningKind.NETWORK_LEFT_OUT, place, 0, 0, network.sentence());
  }

  private static List<Warning> warnings(Study study, AlgonautsDataset dataset) {
    List<Warning> warnings = new ArrayList<>();
    if (Files.isDirectory(DataPath.of(study.dataset().algonauts()).resolve(TRUTH))) {
      warnings.add(StudyResults.SIMULATED);
    }
    for (Finding finding : dataset.report().warnings()) {
      WarningPlace file = WarningPlace.of(finding.file());
      warnings.add(new Warning(WarningKind.DATASET, file, 0, 0, finding.words()));
    }
    return warnings;
  }
}
