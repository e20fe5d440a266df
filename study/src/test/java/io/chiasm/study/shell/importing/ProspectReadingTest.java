package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.StoredObject;
import io.chiasm.contracts.study.Study;
import io.chiasm.study.estimate.Prospect;
import io.chiasm.study.estimate.Sizing;
import io.chiasm.study.estimate.StudySize;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.plan.Planner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told from headers, beside what a real import brings and a real plan has. */
class ProspectReadingTest {
  private static final Path SHARED = Path.of("../../shared/data").toAbsolutePath().normalize();

  /** Headers and documents vary by some bytes. */
  private static final double TOLERANCE = 1;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "split: {controls: [upper-lower, random, channels, mirrored]}",
        "split: {at: image, controls: [mirrored]}",
        "split: {at: joint}",
        "split: {at: architecture, callosum: [none, early]}",
        "split: {controls: [image, architecture, shared-gates]}",
        "encoding: {regression: pca-ols, components: 10}",
        "encoding: {gammas: []}",
        "validation: {holdout: 0.2, seed: 1}",
      })
  void theCountsAreThePlansAndTheBytesTheStores(String more) {
    Assumptions.assumeTrue(Files.exists(SHARED.resolve("algonauts_sim")), "no shared data");
    for (String dataset : List.of("stimuli: shared", "stimuli: all, participants: [subj01]")) {
      // Given
      Study study = StudyFile.parse(yaml(dataset, more), "study.yaml", Path.of("/"));
      MemoryStore store = new MemoryStore("real");
      Imported imported = new DatasetImporter(store).bringIn(study, (done, total) -> {});
      Plan real = Planner.plan("x", study, imported.material());
      // When
      Prospect prospect = ProspectReading.of(study);
      Plan plan = Planner.plan("x", study, prospect.material());
      StudySize size = Sizing.of(study, plan, prospect);
      // Then
      assertThat(shape(plan)).isEqualTo(shape(real));
      assertThat(size.counts())
          .containsEntry("extraction tasks", (long) real.extraction().size())
          .containsEntry("Gram tasks", (long) real.fanIns().size())
          .containsEntry("encoding tasks", real.encoding().count())
          .containsEntry(
              "photographs",
              (long)
                  imported.material().participants().stream()
                      .flatMap(p -> p.stimuli().stream())
                      .map(s -> s.stimulus())
                      .distinct()
                      .count());
      compare(size.bytes(), "networks", bytes(store, new ObjectKey("networks")));
      compare(size.bytes(), "responses, folds, features", bytes(store, new ObjectKey("inputs")));
      compare(size.bytes(), "photographs", bytes(store, ObjectLayout.images()));
      assertThat(size.unknown()).isEmpty();
    }
  }

  /** Two participants, stage3 and stage6, no banded ridge: what a run of it left in its store. */
  @Test
  void computedBytesAreThoseThatAStudyStored() {
    Assumptions.assumeTrue(Files.exists(SHARED.resolve("algonauts_sim")), "no shared data");
    // Given
    Map<String, Long> stored =
        Map.of("activations", 77_774_592L, "Gram matrices", 1_281_467L, "scores", 4_285_019L);
    String yaml =
        """
        study: sized
        dataset: {algonauts: %s, participants: [subj01, subj02]}
        networks: [{name: lite0, onnx: %s}]
        layers: {early: stage3, middle: stage6}
        encoding: {gammas: []}
        """
            .formatted(
                SHARED.resolve("algonauts_sim"),
                SHARED.resolve("networks/efficientnet_lite0.onnx"));
    Study study = StudyFile.parse(yaml, "study.yaml", Path.of("/"));
    // When
    Prospect prospect = ProspectReading.of(study);
    Plan plan = Planner.plan("x", study, prospect.material());
    Map<String, Long> bytes = Sizing.of(study, plan, prospect).bytes();
    // Then
    stored.forEach((kind, real) -> compare(bytes, kind, real));
  }

  /** Halves of 112 columns are four columns each at a stride of 32, seven whole. */
  @Test
  void extentsAreThoseOfTheEditedGraph() {
    Assumptions.assumeTrue(Files.exists(SHARED.resolve("algonauts_sim")), "no shared data");
    // Given
    String yaml =
        """
        study: sized
        dataset: {algonauts: %s, participants: [subj01]}
        networks: [{name: lite0, onnx: %s}]
        layers: {late: stage9}
        split: {at: architecture, callosum: none}
        """
            .formatted(
                SHARED.resolve("algonauts_sim"),
                SHARED.resolve("networks/efficientnet_lite0.onnx"));
    Study study = StudyFile.parse(yaml, "study.yaml", Path.of("/"));
    // When
    Prospect prospect = ProspectReading.of(study);
    Plan plan = Planner.plan("x", study, prospect.material());
    // Then
    StudySize size = Sizing.of(study, plan, prospect);
    long photographs = size.counts().getOrDefault("photographs", 0L);
    // Half of 224 columns comes to 7 at stride 16, and to 3 at 32, since the file pads one side
    // only.
    compare(size.bytes(), "activations", photographs * 1280 * 7 * (3 + 3) * Float.BYTES);
    Study halves = StudyFile.parse(yaml + "activations: float16\n", "study.yaml", Path.of("/"));
    StudySize small = Sizing.of(halves, Planner.plan("x", halves, prospect.material()), prospect);
    compare(small.bytes(), "activations", photographs * 1280 * 7 * (3 + 3) * Short.BYTES);
  }

  /** Of two participants and two layers, and the means; none where the study has no surface. */
  @Test
  void mapsAreCountedWhereThereIsASurfaceToDrawThemOn() {
    Assumptions.assumeTrue(Files.exists(SHARED.resolve("algonauts_sim")), "no shared data");
    String yaml =
        """
        study: sized
        dataset: {algonauts: %s, participants: [subj01, subj02]}
        networks: [{name: lite0, onnx: %s}]
        layers: {early: stage3, late: stage9}
        split: {controls: [mirrored]}
        """
            .formatted(
                SHARED.resolve("algonauts_sim"),
                SHARED.resolve("networks/efficientnet_lite0.onnx"));
    String surface = "surface: " + SHARED.resolve("fsaverage/fsaverage5") + "\n";
    assertThat(maps(yaml + surface)).isEqualTo(2 * 2 + 2);
    assertThat(maps(yaml)).isZero();
  }

  private static double maps(String yaml) {
    Study study = StudyFile.parse(yaml, "study.yaml", Path.of("/"));
    Prospect prospect = ProspectReading.of(study);
    Plan plan = Planner.plan("x", study, prospect.material());
    return Sizing.of(study, plan, prospect).work().maps();
  }

  /** Every task by what it is of, without the hashes. */
  private static List<String> shape(Plan plan) {
    List<String> tasks = new ArrayList<>();
    plan.extraction()
        .forEach(
            t ->
                tasks.add(
                    Topic.EXTRACTION_TASKS
                        + t.networkName()
                        + t.input().variant()
                        + t.layers().size()
                        + " "
                        + t.stimuli().stream().map(s -> s.stimulus()).toList()));
    plan.fanIns()
        .values()
        .forEach(
            f ->
                tasks.add(
                    f.gram().split()
                        + f.controls().size()
                        + " "
                        + f.blocks().size()
                        + " "
                        + f.tasks().size()));
    plan.encoding()
        .forEach(
            t ->
                tasks.add(
                    t.network()
                        + t.layer()
                        + t.split()
                        + t.participant()
                        + t.hemisphere()
                        + t.responses().shape()));
    return tasks;
  }

  private static void compare(Map<String, Long> bytes, String kind, long real) {
    assertThat(bytes.get(kind)).as(kind).isCloseTo(real, withinPercentage(TOLERANCE));
  }

  private static long bytes(MemoryStore store, ObjectKey folder) {
    return store.page(folder, null, Integer.MAX_VALUE).stream()
        .mapToLong(StoredObject::bytes)
        .sum();
  }

  private static String yaml(String dataset, String more) {
    return """
        study: sized
        dataset: {algonauts: %s, %s}
        networks:
          - {name: trained, onnx: %s}
          - {name: untrained, onnx: %3$s, weights: untrained, seeds: [0, 1]}
        layers: {early: stage3, late: stage9}
        %s
        """
        .formatted(
            SHARED.resolve("algonauts_sim"),
            dataset,
            SHARED.resolve("networks/efficientnet_lite0.onnx"),
            more);
  }
}
