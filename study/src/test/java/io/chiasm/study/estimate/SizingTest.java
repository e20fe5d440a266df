package io.chiasm.study.estimate;

import static io.chiasm.study.plan.MadeMaterial.participant;
import static io.chiasm.study.plan.MadeMaterial.stimuli;
import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.study.plan.CallosalLayer;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Material;
import io.chiasm.study.plan.Planner;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Counted by hand: 70, 70 and 40 stimuli of 19 vertices in two hemispheres, two networks of one
 * graph, a layer of 30 and one of 8 features, 3 penalties, and a header of 128 bytes on every
 * array.
 */
class SizingTest {
  private static final Regression RIDGE =
      new Regression.Ridge(List.of(1.0, 10.0, 100.0), List.of(0.0, 0.25, 1.0));
  private static final Study STUDY = study(SplitSpec.DEFAULT);
  private static final Map<String, Shape> LAYERS =
      Map.of("stage3", Shape.of(2, 3, 5), "stage9", Shape.of(4, 1, 2));
  private static final Extents EXTENTS =
      new Extents(
          Map.of("trained", 1000L, "untrained-0", 1000L),
          Map.of("trained", LAYERS, "untrained-0", LAYERS),
          Map.of(id("subj01"), 5, id("subj02"), 5, id("subj03"), 4),
          56);

  private final StudySize size = size(STUDY, MadeMaterial.material(), EXTENTS);
  private final StudySize.Work work = size.work();

  @Test
  void tasksAreCountedByTheirKind() {
    assertThat(size.counts())
        .isEqualTo(
            Map.of(
                "participants", 3L,
                "photographs", 70L,
                "extraction tasks", 2 * 3L,
                "Gram tasks", 2 * 2 * 2L,
                "encoding tasks", 3 * 2 * 2 * 2L));
  }

  @Test
  void whatIsImportedCountsOnceHoweverOftenItIsUsed() {
    assertThat(size.bytes()).containsEntry("photographs", 31L).containsEntry("networks", 7000L);
    // Six hemispheres, and folds that two participants share.
    assertThat(size.bytes()).containsEntry("responses, folds, features", 8 * 128L);
  }

  @Test
  void activationsAreBlocksOfFloat32WithAHeaderEach() {
    // Three blocks of a layer, in which every stimulus is once.
    long network = 3 * 2 * 128 + 70 * (30 + 8) * 4;
    assertThat(size.bytes()).containsEntry("activations", 2 * network);
    assertThat(work.activationBytes()).isEqualTo(2 * network);
    assertThat(work.passes()).isEqualTo(2 * 3);
    assertThat(work.images()).isEqualTo(2 * 70);
    assertThat(work.multiplyAdds()).isEqualTo(2 * 70 * 1000.0);
  }

  @Test
  void gramMatricesAreOfEverySetOfStimuliInFloat64() {
    // A width of five has a midline, so that three matrices are kept.
    long layers = 2 * 2 * 850;
    long arrays = (3 + 2) * (128 + 70 * 70 * 8) + (3 + 2) * (128 + 40 * 40 * 8);
    assertThat(size.bytes()).containsEntry("Gram matrices", 2 * arrays + 2 * layers);
    assertThat(work.gramProducts()).isEqualTo(2 * (70 * 70 + 40 * 40) * (30.0 + 8));
  }

  @Test
  void scoresAreArraysByVertexAndByFold() {
    // Four models of three arrays, γ, six shares and four contrasts; 36 arrays with the fold-wise.
    long headers = 24 * 36 * (128 + 270);
    long five = (23 + 13 * 5) * 19 * 4;
    long four = (23 + 13 * 4) * 19 * 4;
    // Six encodings keep a vertex's responses and what four models predict of them.
    long shown = 6 * 5 * (128 + 270) + 5 * 4 * (4 * 70 + 2 * 40);
    assertThat(size.bytes()).containsEntry("scores", headers + 16 * five + 8 * four + shown);
  }

  @Test
  void fitsAreOfEveryFoldFeatureSpaceAndPenalty() {
    // Three models and one blend; a set of 40 stimuli trains on no more than it has.
    assertThat(work.models()).isEqualTo(24);
    assertThat(work.fits()).isEqualTo(16 * 5 * 4 + 8 * 4 * 4);
    double many = 16 * 5 * 4 * 3 * 56.0 * 56;
    double few = 8 * 4 * 4 * 3 * 40.0 * 40;
    assertThat(work.decompositions()).isEqualTo(many * 56 + few * 40);
    assertThat(work.screenings()).isEqualTo((many + few) * 19);
    assertThat(work.scored()).isEqualTo(24 * 19);
  }

  @Test
  void allBytesAreThoseOfAllKinds() {
    long sum = 0;
    for (long bytes : size.bytes().values()) {
      sum += bytes;
    }
    assertThat(size.allBytes()).isEqualTo(sum);
  }

  @Test
  void aRegressionWithoutPenaltiesFitsOnce() {
    Study plain =
        MadeMaterial.study(
            SplitSpec.DEFAULT, new EncodingSpec(new Regression.PcaOls(5), Scaling.TRACE));
    StudySize.Work once = size(plain, MadeMaterial.material(), EXTENTS).work();
    assertThat(once.fits()).isEqualTo(16 * 5 * 3 + 8 * 4 * 3);
    assertThat(once.screenings())
        .isEqualTo(16 * 5 * 3 * 56.0 * 56 * 19 + 8 * 4 * 3 * 40.0 * 40 * 19);
  }

  @Test
  void mapsAreDrawnOfLayersAndParticipantsWhereThereIsASurface() {
    assertThat(work.maps()).isZero();
    // Two networks of two layers: their means, and three participants of each.
    StudySize drawn = size(withSurface(STUDY), MadeMaterial.material(), EXTENTS);
    assertThat(drawn.work().maps()).isEqualTo(4 + 4 * 3);
    Study controlled = withSurface(study(controls(Control.MIRRORED)));
    assertThat(size(controlled, MadeMaterial.material(), EXTENTS).work().maps())
        .isEqualTo(drawn.work().maps());
  }

  /** Of six splits those have a third matrix that leave something in neither half. */
  @ParameterizedTest
  @CsvSource({"2, 2, 2, 0", "3, 2, 2, 1", "2, 3, 2, 1", "2, 2, 3, 2", "2, 3, 3, 4"})
  void aSplitHasARestWhereWhatItHalvesIsOdd(int channels, int rows, int columns, int rests) {
    // Given
    Shape shape = Shape.of(channels, rows, columns);
    Extents extents =
        new Extents(
            Map.of(), Map.of("trained", Map.of("stage3", shape, "stage9", shape)), Map.of(), 8);
    Material material =
        new Material(
            List.of(MadeMaterial.network("trained", null)),
            List.of(participant("subj01", stimuli(0, 10))));
    Study study =
        study(
            controls(
                Control.UPPER_LOWER,
                Control.RANDOM,
                Control.CHANNELS,
                Control.MIRRORED,
                Control.IMAGE));
    // When
    StudySize all = size(study, material, extents);
    // Then
    long layer = 6 * 850 + (6 * 2 + rests) * (128 + 10 * 10 * 8);
    assertThat(all.bytes()).containsEntry("Gram matrices", 2 * layer);
    // The split of the image reads two passes; each half sees all columns.
    assertThat(all.work().gramProducts()).isEqualTo(2 * 7 * 100 * (double) shape.elements());
    assertThat(all.work().passes()).isEqualTo(4);
    // A participant whose folds are not known has one.
    assertThat(all.work().fits()).isEqualTo(2 * 2 * (3 * 4 + 3 * 3));
  }

  @Test
  void aLayerThatOnlyRunningTellsIsNamedAndCountsNothing() {
    Extents early =
        new Extents(Map.of(), Map.of("trained", Map.of("stage3", Shape.of(2, 3, 5))), Map.of(), 56);
    StudySize partly = size(STUDY, MadeMaterial.material(), early);
    assertThat(partly.unknown())
        .containsExactly("trained: stage9", "untrained-0: stage3", "untrained-0: stage9");
    assertThat(partly.bytes()).containsEntry("activations", 4 * 3 * 128 + 70L * 30 * 4);
    assertThat(partly.work().multiplyAdds()).isZero();
  }

  /** Both names are of one graph, so that one runs; of the first the best vertex is kept. */
  @Test
  void whatTwoNetworksHaveInCommonIsDoneOnce() {
    // Given
    List<Material.Participant> participants = MadeMaterial.material().participants();
    Material.Network one = MadeMaterial.network("trained", null);
    Material.Network same = MadeMaterial.network("untrained-0", null);
    // When
    StudySize once = size(STUDY, new Material(List.of(one), participants), EXTENTS);
    StudySize twice = size(STUDY, new Material(List.of(one, same), participants), EXTENTS);
    // Then
    for (String kind : List.of("networks", "activations", "Gram matrices")) {
      assertThat(twice.bytes().get(kind)).isEqualTo(once.bytes().get(kind));
    }
    assertThat(twice.work().passes()).isEqualTo(once.work().passes()).isEqualTo(3);
    assertThat(twice.work().gramProducts()).isEqualTo(once.work().gramProducts());
    // The first layer without its vertex is another result, the second is the same.
    assertThat(twice.work().scored()).isEqualTo(once.work().scored() * 3 / 2);
  }

  @Test
  void mapsAreThoseOfTheStudysOwnSplit() {
    // Given a layer that only the second callosum allows
    CallosalLayer apart = new CallosalLayer(MadeMaterial.reference(null), "none", false);
    Callosum first = Callosum.of("none");
    Callosum second = Callosum.of("stage6");
    Material material =
        new Material(
            List.of(
                MadeMaterial.network("trained", null)
                    .with(
                        Map.of(
                            first,
                            Map.of("stage3", apart),
                            second,
                            Map.of("stage3", apart, "stage9", apart)))),
            List.of(participant("subj01", stimuli(0, 10))));
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.ARCHITECTURE, Midline.EXCLUDE, List.of(), List.of(first, second));
    // Then one mean and one participant
    assertThat(size(withSurface(study(split)), material, EXTENTS).work().maps()).isEqualTo(2);
  }

  @Test
  void featuresThatCameWithTheStudyAreReadNotComputed() {
    // Given
    Material made = MadeMaterial.material();
    Material.Features categories =
        new Material.Features(
            "semantic",
            "categories",
            MadeMaterial.tensor("categories", 70, 6, 1, 2),
            IntStream.range(0, 70).mapToObj(StimulusId::new).toList());
    Material.Features others =
        new Material.Features(
            "semantic", "groups", MadeMaterial.tensor("groups", 70, 3, 1, 2), categories.stimuli());
    Material with = new Material(made.networks(), List.of(categories, others), made.participants());
    // When
    StudySize more = size(STUDY, with, EXTENTS);
    // Then
    assertThat(more.bytes()).containsEntry("responses, folds, features", 10 * 128L);
    assertThat(more.work().passes()).isEqualTo(work.passes());
    assertThat(more.work().gramProducts() - work.gramProducts())
        .isEqualTo((70 * 70 + 40 * 40) * (12.0 + 6));
    long grams = 2 * (2 * 850 + 2 * (128 + 70 * 70 * 8) + 2 * (128 + 40 * 40 * 8));
    assertThat(more.bytes().getOrDefault("Gram matrices", 0L))
        .isEqualTo(size.bytes().getOrDefault("Gram matrices", 0L) + grams);
  }

  @Test
  void anEditedGraphIsStoredBesideItsNetworkAndHasExtentsOfItsOwn() {
    // Given
    NetworkRef edited =
        new NetworkRef(
            ObjectLayout.graph(MadeMaterial.sha("edited")), MadeMaterial.sha("edited"), null);
    CallosalLayer apart = new CallosalLayer(edited, "none", false);
    Material material =
        new Material(
            List.of(
                MadeMaterial.network("trained", null)
                    .with(Map.of(Callosum.of("none"), Map.of("stage3", apart, "stage9", apart)))),
            List.of(participant("subj01", stimuli(0, 10))));
    SplitSpec split =
        new SplitSpec(
            SplitSpec.At.ARCHITECTURE, Midline.EXCLUDE, List.of(), List.of(Callosum.of("none")));
    String graph = edited.graph().value();
    Extents extents =
        new Extents(
            Map.of("trained", 1000L, graph, 300L),
            Map.of(
                "trained",
                LAYERS,
                graph,
                Map.of("stage3", Shape.of(2, 3, 4), "stage9", Shape.of(4, 1, 1))),
            Map.of(),
            8);
    Study study = study(split);
    Prospect prospect =
        new Prospect(material, extents, 31, Map.of("trained", 7000L, graph, 500L), List.of());
    // When
    StudySize size = Sizing.of(study, Planner.plan(MadeMaterial.ID, study, material), prospect);
    // Then
    assertThat(size.bytes()).containsEntry("networks", 7500L);
    assertThat(size.bytes()).containsEntry("activations", 2 * 128 + 10L * (24 + 4) * 4);
    assertThat(size.work().multiplyAdds()).isEqualTo(10 * 300.0);
  }

  private static StudySize size(Study study, Material material, Extents extents) {
    Prospect prospect =
        new Prospect(
            material, extents, 31, Map.of("trained", 7000L, "untrained-0", 7000L), List.of());
    return Sizing.of(study, Planner.plan(MadeMaterial.ID, study, material), prospect);
  }

  private static Study study(SplitSpec split) {
    return MadeMaterial.study(split, new EncodingSpec(RIDGE, Scaling.TRACE));
  }

  private static SplitSpec controls(Control... controls) {
    return new SplitSpec(SplitSpec.At.FEATURES, Midline.EXCLUDE, List.of(controls));
  }

  private static Study withSurface(Study study) {
    return new Study(
        study.name(),
        study.dataset(),
        study.networks(),
        study.preprocessing(),
        study.split(),
        study.encoding(),
        study.validation(),
        study.semantic(),
        Path.of("/fsaverage5"),
        study.vertex());
  }

  private static ParticipantId id(String name) {
    return new ParticipantId(name);
  }
}
