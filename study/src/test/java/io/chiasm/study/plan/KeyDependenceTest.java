package io.chiasm.study.plan;

import static io.chiasm.study.plan.MadeMaterial.INPUT;
import static io.chiasm.study.plan.MadeMaterial.sha;
import static io.chiasm.study.plan.MadeMaterial.stimuli;
import static io.chiasm.study.plan.MadeMaterial.stimulus;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * An object's key changes when, and only when, something that its content depends on changes: one
 * participant, one network, one layer; everything in turn.
 */
class KeyDependenceTest {
  private static final Map<String, String> LAYER = Map.of("early", "stage3");
  private static final Regression RIDGE = new Regression.Ridge(List.of(1.0, 10.0));
  private static final Study STUDY = study(RIDGE, Scaling.TRACE, Midline.EXCLUDE);

  /** What a change makes anew: everything, Gram matrices and encodings, encodings, or nothing. */
  private enum Anew {
    ALL(true, true),
    FROM_GRAMS(false, true),
    ENCODINGS(false, false);

    private final boolean activations;
    private final boolean grams;

    Anew(boolean activations, boolean grams) {
      this.activations = activations;
      this.grams = grams;
    }
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("graph", with(graph("another graph")), Anew.ALL),
        arguments("drawn weights", with(MadeMaterial.reference(0L)), Anew.ALL),
        arguments("preprocessing", with(recipe(Preprocessing.TORCHVISION, 224, 224)), Anew.ALL),
        arguments("height", with(recipe(Preprocessing.WHOLE_IMAGE, 225, 224)), Anew.ALL),
        arguments("width", with(recipe(Preprocessing.WHOLE_IMAGE, 224, 225)), Anew.ALL),
        arguments("height for width", with(recipe(Preprocessing.WHOLE_IMAGE, 22, 4224)), Anew.ALL),
        arguments("mean", with(normalised(0.5, 0.229)), Anew.ALL),
        arguments("std", with(normalised(0.485, 0.25)), Anew.ALL),
        arguments("tensor", plan(STUDY, network(Map.of("early", "stage4")), seen()), Anew.ALL),
        arguments("a photograph", ofStimuli(retaken()), Anew.ALL),
        arguments("stored numbers", plan(halves(), network(LAYER), seen()), Anew.ALL),
        arguments("scaling", of(RIDGE, Scaling.NONE, Midline.EXCLUDE), Anew.FROM_GRAMS),
        arguments("midline", of(RIDGE, Scaling.TRACE, Midline.SHARE), Anew.ENCODINGS),
        arguments(
            "alphas",
            of(new Regression.Ridge(List.of(1.0, 100.0)), Scaling.TRACE, Midline.EXCLUDE),
            Anew.ENCODINGS),
        arguments(
            "regression",
            of(new Regression.PcaOls(1), Scaling.TRACE, Midline.EXCLUDE),
            Anew.ENCODINGS),
        arguments("folds", plan(STUDY, network(LAYER), refolded()), Anew.ENCODINGS),
        arguments("responses", plan(STUDY, network(LAYER), rescanned()), Anew.ENCODINGS),
        arguments("hemisphere", plan(STUDY, network(LAYER), otherSide()), Anew.ENCODINGS));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void aChangeMakesAnewWhatDependsOnItAndNothingElse(String what, Plan changed, Anew anew) {
    // Given
    StudyKeys before = StudyKeys.of(base());
    // When
    StudyKeys after = StudyKeys.of(changed);
    // Then
    assertThat(after.activations().equals(before.activations())).isEqualTo(!anew.activations);
    assertThat(after.grams().equals(before.grams())).isEqualTo(!anew.grams);
    assertThat(after.encodings()).isNotEqualTo(before.encodings());
  }

  @Test
  void tasksSayHowActivationsAreStoredAlsoWhereOnlySomeLayersAreMissing() {
    // Given
    Plan halves = plan(halves(), network(Map.of("early", "stage3", "late", "stage9")), seen());
    ObjectKey there = halves.extraction().get(0).layers().get(0).folder();
    // When
    Missing missing = Missing.of(halves, key -> key.value().startsWith(there.value()));
    // Then
    assertThat(missing.extraction()).isNotEmpty();
    assertThat(missing.extraction())
        .allMatch(task -> task.layers().size() == 1)
        .allMatch(task -> task.activations() == ActivationType.FLOAT16);
    assertThat(base().extraction()).allMatch(task -> task.activations() == ActivationType.FLOAT32);
  }

  @Test
  void namesChangeNoKey() {
    // Given
    Material.Network renamed =
        new Material.Network(
            "renamed", MadeMaterial.reference(null), INPUT, Map.of("first", "stage3"));
    Material.Participant seen = seen();
    Material.Participant another =
        new Material.Participant(
            new io.chiasm.contracts.brain.ParticipantId("another"),
            seen.stimuli(),
            seen.folds(),
            seen.responses());
    // Then
    assertThat(StudyKeys.of(plan(STUDY, renamed, another))).isEqualTo(StudyKeys.of(base()));
  }

  @Test
  void theNumberOfAStimulusChangesNoKey() {
    // Given
    List<StimulusRef> renumbered = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      renumbered.add(stimulus(1000 + i, "photograph " + i));
    }
    // Then
    assertThat(StudyKeys.of(ofStimuli(renumbered))).isEqualTo(StudyKeys.of(base()));
  }

  @Test
  void aLayerThatIsNotRunAsTheFileHasItHasOtherKeysAndTheOthersKeepTheirs() {
    // Given
    Material.Network corrected =
        new Material.Network(
            "trained", MadeMaterial.reference(null), INPUT, LAYER, Set.of("stage3"), Map.of());
    Material.Network other =
        new Material.Network(
            "trained", MadeMaterial.reference(null), INPUT, LAYER, Set.of("x"), Map.of());
    // Then
    assertThat(StudyKeys.of(base(corrected)).activations())
        .doesNotContainAnyElementsOf(StudyKeys.of(base()).activations());
    assertThat(StudyKeys.of(base(other))).isEqualTo(StudyKeys.of(base()));
  }

  @Test
  void howAPhotographIsTurnedMatters() {
    // Given
    List<StimulusRef> one = new ArrayList<>(seen().stimuli());
    StimulusRef first = one.get(0);
    one.set(
        0,
        new StimulusRef(
            first.stimulus(), ObjectLayout.turnedImage(first.sha256(), 6), first.sha256()));
    // Then
    assertThat(StudyKeys.of(ofStimuli(one)).grams())
        .doesNotContainAnyElementsOf(StudyKeys.of(base()).grams());
  }

  @Test
  void theOrderOfStimuliMatters() {
    // Given
    List<StimulusRef> turned = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      turned.add(stimulus(i, "photograph " + (39 - i)));
    }
    // Then
    assertThat(StudyKeys.of(ofStimuli(turned)).grams())
        .doesNotContainAnyElementsOf(StudyKeys.of(base()).grams());
  }

  private static Plan base() {
    return plan(study(RIDGE, Scaling.TRACE, Midline.EXCLUDE), network(LAYER), seen());
  }

  private static Plan with(NetworkRef network) {
    return base(new Material.Network("trained", network, INPUT, LAYER));
  }

  private static Plan with(InputRecipe input) {
    return base(new Material.Network("trained", MadeMaterial.reference(null), input, LAYER));
  }

  private static Plan base(Material.Network network) {
    return plan(STUDY, network, seen());
  }

  private static Plan of(Regression regression, Scaling scaling, Midline midline) {
    return plan(study(regression, scaling, midline), network(LAYER), seen());
  }

  private static Plan ofStimuli(List<StimulusRef> stimuli) {
    Material.Participant seen = seen();
    return plan(
        STUDY,
        network(LAYER),
        new Material.Participant(seen.participant(), stimuli, seen.folds(), seen.responses()));
  }

  private static Plan plan(
      Study study, Material.Network network, Material.Participant participant) {
    return Planner.plan(
        MadeMaterial.ID, study, new Material(List.of(network), List.of(participant)));
  }

  private static Study halves() {
    return new Study(
        STUDY.name(),
        STUDY.dataset(),
        STUDY.networks(),
        STUDY.preprocessing(),
        ActivationType.FLOAT16,
        STUDY.split(),
        STUDY.encoding(),
        STUDY.validation(),
        STUDY.semantic(),
        STUDY.surface(),
        STUDY.vertex());
  }

  private static Study study(Regression regression, Scaling scaling, Midline midline) {
    return MadeMaterial.study(
        new SplitSpec(SplitSpec.At.FEATURES, midline, List.of()),
        new EncodingSpec(regression, scaling));
  }

  private static Material.Network network(Map<String, String> layers) {
    return new Material.Network("trained", MadeMaterial.reference(null), INPUT, layers);
  }

  private static NetworkRef graph(String content) {
    return new NetworkRef(ObjectLayout.graph(sha(content)), sha(content), null);
  }

  private static InputRecipe recipe(Preprocessing preprocessing, int height, int width) {
    return new InputRecipe(preprocessing, height, width, Normalisation.IMAGENET);
  }

  private static InputRecipe normalised(double mean, double std) {
    return new InputRecipe(
        Preprocessing.WHOLE_IMAGE,
        224,
        224,
        new Normalisation(List.of(mean, 0.456, 0.406), List.of(std, 0.224, 0.225)));
  }

  private static Material.Participant seen() {
    return MadeMaterial.participant("subj01", stimuli(0, 40));
  }

  private static List<StimulusRef> retaken() {
    List<StimulusRef> stimuli = new ArrayList<>(stimuli(0, 40));
    stimuli.set(7, stimulus(7, "another photograph"));
    return stimuli;
  }

  private static Material.Participant refolded() {
    Material.Participant seen = seen();
    TensorRef folds = MadeMaterial.tensor("other folds", 40);
    return new Material.Participant(seen.participant(), seen.stimuli(), folds, seen.responses());
  }

  private static Material.Participant rescanned() {
    return responding(
        Map.of(
            Hemisphere.LH,
            MadeMaterial.tensor("another session", 40, 19),
            Hemisphere.RH,
            MadeMaterial.tensor("subj01" + Hemisphere.RH, 40, 19)));
  }

  private static Material.Participant otherSide() {
    return responding(
        Map.of(
            Hemisphere.RH,
            MadeMaterial.tensor("subj01" + Hemisphere.LH, 40, 19),
            Hemisphere.LH,
            MadeMaterial.tensor("subj01" + Hemisphere.RH, 40, 19)));
  }

  private static Material.Participant responding(Map<Hemisphere, TensorRef> responses) {
    Material.Participant seen = seen();
    return new Material.Participant(seen.participant(), seen.stimuli(), seen.folds(), responses);
  }
}
