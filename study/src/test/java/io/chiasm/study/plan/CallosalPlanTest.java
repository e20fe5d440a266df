package io.chiasm.study.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.SplitSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A split in the architecture: edited networks run in the place of the study's. */
class CallosalPlanTest {
  private static final String EARLY = "stage3";
  private static final String LATE = "stage9";

  @Test
  void everyCallosumIsASplitOfItsOwn() {
    Plan plan = plan("none", "stage6");
    assertThat(plan.encoding().map(EncodingTask::split).distinct())
        .containsExactlyInAnyOrder("architecture-none", "architecture-stage6");
    assertThat(plan("stage6").encoding().map(EncodingTask::split)).containsOnly("architecture");
  }

  @Test
  void aLayerBeforeEveryCallosumIsComputedOnce() {
    // Given
    Plan both = plan("none", "stage6");
    // Then
    assertThat(activations(both, EARLY)).isEqualTo(activations(plan("none"), EARLY)).hasSize(1);
    assertThat(results(both, "early")).isEqualTo(results(plan("none"), "early"));
    assertThat(activations(both, LATE)).hasSize(2);
    assertThat(results(both, "late"))
        .isEqualTo(union(results(plan("none"), "late"), results(plan("stage6"), "late")))
        .hasSize(2 * results(plan("none"), "late").size());
    // And: it has its row in the tables under each
    assertThat(both.encoding().filter(t -> t.layer().equals("early")).map(EncodingTask::split))
        .contains("architecture-none", "architecture-stage6");
  }

  @Test
  void theEditedNetworkRunsAndTheKeysAreNotItsOwn() {
    // Given: the same edit of the same network, made for other layers too
    Plan plan = plan("stage6");
    Plan other = plan(Map.of("stage6", "another file"), "stage6");
    // Then
    assertThat(graphs(plan)).containsExactlyInAnyOrder(edited("none"), edited("stage6"));
    assertThat(graphs(other)).isNotEqualTo(graphs(plan));
    assertThat(StudyKeys.of(other).activations()).isEqualTo(StudyKeys.of(plan).activations());
    assertThat(StudyKeys.of(other).encodings()).isEqualTo(StudyKeys.of(plan).encodings());
  }

  @Test
  void sharedGatesAreOtherActivationsWhereThereAreAny() {
    // Given: the late layer has gates, the early one none
    Callosum own = new Callosum(null, Callosum.Gates.OWN);
    Callosum shared = new Callosum(null, Callosum.Gates.SHARED);
    NetworkRef gates = edited("none, shared gates");
    Material.Network network =
        MadeMaterial.network("trained", null)
            .with(
                Map.of(
                    own,
                    Map.of(EARLY, layer(Map.of(), "none"), LATE, layer(Map.of(), "none")),
                    shared,
                    Map.of(
                        EARLY,
                        layer(Map.of(), "none"),
                        LATE,
                        new CallosalLayer(gates, "none", false, true))));
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.FEATURES,
            SplitSpec.Midline.EXCLUDE,
            List.of(SplitSpec.Control.ARCHITECTURE, SplitSpec.Control.SHARED_GATES));
    // When
    Plan plan = plan(network, split);
    // Then
    assertThat(activations(plan, EARLY)).hasSize(2);
    assertThat(activations(plan, LATE)).hasSize(3);
    assertThat(plan.encoding().map(EncodingTask::split).distinct())
        .containsExactlyInAnyOrder("features", "architecture", "shared-gates");
    assertThat(results(plan, "late")).hasSize(results(plan, "early").size() / 2 * 3);
    assertThat(activations(plan, LATE)).containsAll(activations(plan("none"), LATE));
  }

  @Test
  void aSharedMiddleColumnIsOtherActivations() {
    // Given
    NetworkRef edited = edited("none");
    // Then
    assertThat(activations(apart(new CallosalLayer(edited, "none", true)), EARLY))
        .hasSize(1)
        .doesNotContainAnyElementsOf(
            activations(apart(new CallosalLayer(edited, "none", false)), EARLY));
  }

  private static Plan apart(CallosalLayer early) {
    Map<String, CallosalLayer> layers = Map.of(EARLY, early);
    return plan(
        MadeMaterial.network("trained", null).with(Map.of(Callosum.of("none"), layers)), "none");
  }

  @Test
  void nothingIsSharedWithASplitOfTheFeatures() {
    Plan features = MadeMaterial.plan();
    assertThat(StudyKeys.of(plan("none", "stage6")).activations())
        .doesNotContainAnyElementsOf(StudyKeys.of(features).activations());
  }

  @Test
  void aLayerThatCannotBeHadIsLeftOut() {
    // Given
    Material.Network network = network(Map.of(), "none", "stage6");
    Map<Callosum, Map<String, CallosalLayer>> fewer = new LinkedHashMap<>(network.callosal());
    fewer.put(Callosum.of("none"), Map.of(EARLY, layer(Map.of(), "none")));
    // When
    Plan plan = plan(network.with(fewer), "none", "stage6");
    // Then
    assertThat(plan.encoding().filter(t -> t.layer().equals("late")).map(EncodingTask::split))
        .containsOnly("architecture-stage6");
    assertThat(Missing.of(plan, key -> false).extraction()).hasSameSizeAs(plan.extraction());
  }

  private static Set<ObjectKey> union(Set<ObjectKey> one, Set<ObjectKey> other) {
    return Stream.concat(one.stream(), other.stream()).collect(Collectors.toSet());
  }

  private static Set<ObjectKey> activations(Plan plan, String tensor) {
    return plan.extraction().stream()
        .flatMap(pass -> pass.layers().stream())
        .filter(layer -> layer.tensor().equals(tensor))
        .map(layer -> layer.folder())
        .collect(Collectors.toSet());
  }

  private static Set<ObjectKey> results(Plan plan, String label) {
    return plan.encoding()
        .filter(task -> task.layer().equals(label))
        .map(EncodingTask::result)
        .collect(Collectors.toSet());
  }

  private static Set<NetworkRef> graphs(Plan plan) {
    return plan.extraction().stream().map(ExtractionTask::network).collect(Collectors.toSet());
  }

  private static Plan plan(String... callosa) {
    return plan(Map.of(), callosa);
  }

  private static Plan plan(Map<String, String> files, String... callosa) {
    return plan(network(files, callosa), callosa);
  }

  private static Plan plan(Material.Network network, String... callosa) {
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.ARCHITECTURE,
            SplitSpec.Midline.EXCLUDE,
            List.of(),
            Stream.of(callosa).map(Callosum::of).toList());
    return plan(network, split);
  }

  private static Plan plan(Material.Network network, SplitSpec split) {
    return Planner.plan(
        MadeMaterial.ID,
        MadeMaterial.study(split, EncodingSpec.DEFAULT),
        new Material(List.of(network), MadeMaterial.material().participants()));
  }

  /** The early layer comes before every callosum, the late one after all but {@code none}. */
  private static Material.Network network(Map<String, String> files, String... callosa) {
    Map<Callosum, Map<String, CallosalLayer>> edited = new LinkedHashMap<>();
    for (String callosum : callosa) {
      edited.put(
          Callosum.of(callosum), Map.of(EARLY, layer(files, "none"), LATE, layer(files, callosum)));
    }
    return MadeMaterial.network("trained", null).with(edited);
  }

  private static CallosalLayer layer(Map<String, String> files, String joined) {
    return new CallosalLayer(edited(files.getOrDefault(joined, joined)), joined, false);
  }

  private static NetworkRef edited(String name) {
    Digest sha = MadeMaterial.sha("edited " + name);
    return new NetworkRef(ObjectLayout.graph(sha), sha, null);
  }
}
