package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.Study;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every test of a study compares, on a few numbers. */
class StudyContrastsTest {
  private static final Roi V1V = new Roi("prf-visualrois", "V1v");

  /**
   * By hand. subj02 has a left hemisphere only, subj03 was not encoded with the second untrained
   * network.
   */
  @Test
  void everyContrastIsTheDifferenceThatItIsNamedAfter() {
    // Given
    Study study = MadeStudy.study(List.of("trained", "untrained-0", "untrained-1"));
    MadeLateralisation made = new MadeLateralisation(List.of("V1v"));
    put(made, "trained", "early", 0.5, 0.25, 0.75, 0.5, 0.5);
    put(made, "trained", "late", 0.25, 0.125, 0.25, 0, 0.25);
    put(made, "untrained-0", "early", 0.125, 0.125, 0.25, 0.0625, 0.0625);
    put(made, "untrained-1", "early", 0.25, 0.25, 0.5);
    // When
    List<ContrastResult> tests = StudyStatistics.of(study, made.scores(study));
    // Then
    assertMean(only(tests, Contrast.CONTRA_IPSI, "trained", "early"), 3, (0.375 + 0.75 + 0.5) / 3);
    assertMean(
        only(tests, Contrast.LAYERS, "trained", "early − late"), 3, (0.1875 + 0.5 + 0.375) / 3);
    ContrastResult training =
        only(tests, Contrast.TRAINED_UNTRAINED, "trained − untrained (2 seeds)", "early");
    assertMean(training, 2, (0.1875 + 0.375) / 2);
    assertMean(only(tests, Contrast.HEMISPHERES, "trained", "early"), 2, (0.25 + 0) / 2);
    assertThat(tests)
        .filteredOn(test -> test.contrast() == Contrast.TRAINED_UNTRAINED)
        .extracting(ContrastResult::quantity)
        .contains(Quantity.LATERALISATION, Quantity.SCORE_FULL);
  }

  @Test
  void layersAreComparedWithinANetworkAndASplit() {
    // Given
    Study study = MadeStudy.study(List.of("trained", "untrained-0"));
    MadeLateralisation made = new MadeLateralisation(List.of("V1v"));
    put(made, "trained", "early", 0.5, 0.25, 0.75);
    put(made, "untrained-0", "late", 0.25, 0.125, 0.25);
    made.put("subj01", Hemisphere.LH, "late", "upper-lower", "V1v", 0.5);
    // Then
    assertThat(StudyStatistics.of(study, made.scores(study)))
        .isNotEmpty()
        .noneMatch(test -> test.contrast() == Contrast.LAYERS);
  }

  @Test
  void anRoiWithoutAPIsNotAmongThoseCorrectedTogether() {
    // Given
    Study study = MadeStudy.study(List.of("trained"));
    MadeLateralisation made = new MadeLateralisation(List.of("V1v", "hV4"));
    made.put("subj01", Hemisphere.LH, "early", "features", "V1v", 0.5);
    made.put("subj02", Hemisphere.LH, "early", "features", "V1v", 0.25);
    made.put("subj01", Hemisphere.LH, "early", "features", "hV4", 0.5);
    made.put("subj02", Hemisphere.LH, "early", "features", "hV4", Double.NaN);
    // When
    ContrastResult test =
        only(
            StudyStatistics.of(study, made.scores(study)),
            Contrast.CONTRA_IPSI,
            "trained",
            "early");
    // Then: beside all vertices together
    assertThat(test.bh().tests()).isEqualTo(2);
    assertThat(test.bh().p()).isEqualTo(0.5);
  }

  /** Left and right of subj01, left of subj02, left and right of subj03, as far as there are. */
  private static void put(
      MadeLateralisation made, String network, String layer, double... lateralisation) {
    List<String> participants = List.of("subj01", "subj01", "subj02", "subj03", "subj03");
    List<Hemisphere> sides =
        List.of(Hemisphere.LH, Hemisphere.RH, Hemisphere.LH, Hemisphere.LH, Hemisphere.RH);
    Condition condition = new Condition(network, layer, layer, "features", "ridge");
    for (int i = 0; i < lateralisation.length; i++) {
      made.put(participants.get(i), sides.get(i), condition, "V1v", lateralisation[i]);
    }
  }

  private static void assertMean(ContrastResult test, int n, double mean) {
    assertThat(test.n()).isEqualTo(n);
    assertThat(test.mean()).isEqualTo(mean);
  }

  @Test
  void oneParticipantHasNoPTwoHaveAPAndThreeAnInterval() {
    ContrastResult one = contraIpsi(0.5, 0.25);
    ContrastResult two = contraIpsi(0.5, 0.25, 0.75);
    ContrastResult three = contraIpsi(0.5, 0.25, 0.75, 0.5, 0.5);
    assertThat(List.of(one.p(), one.pLeast(), one.max().p(), one.bh().p()))
        .containsOnly(Double.NaN);
    assertThat(one.exact()).isTrue();
    assertThat(List.of(two.p(), two.pLeast(), two.max().p(), two.bh().p())).containsOnly(0.5);
    assertThat(two.exact()).isTrue();
    assertThat(two.interval()).isEqualTo(Interval.NONE);
    assertThat(three.p()).isEqualTo(0.25);
    assertThat(three.interval().low()).isBetween(0.375, 0.5);
    assertThat(three.interval().high()).isBetween(0.6, 0.75);
  }

  private static ContrastResult contraIpsi(double... lateralisation) {
    Study study = MadeStudy.study(List.of("trained"));
    MadeLateralisation made = new MadeLateralisation(List.of("V1v"));
    put(made, "trained", "early", lateralisation);
    return only(
        StudyStatistics.of(study, made.scores(study)), Contrast.CONTRA_IPSI, "trained", "early");
  }

  @Test
  void onlyNetworksOfOneArchitectureAreATrainedOneAndItsControl() {
    NetworkSource b0 = new NetworkSource.BuiltIn("efficientnet_b0", "");
    NetworkSource other = new NetworkSource.BuiltIn("resnet18", "");
    NetworkSource file = new NetworkSource.Onnx(Path.of("a.onnx"));
    assertThat(controls(b0, b0)).isNotEmpty();
    assertThat(controls(b0, other)).isEmpty();
    assertThat(controls(file, file)).isNotEmpty();
    assertThat(controls(file, new NetworkSource.Onnx(Path.of("b.onnx")))).isEmpty();
  }

  /** Of a trained network from one source and an untrained one from another. */
  private static List<ContrastResult> controls(NetworkSource trained, NetworkSource untrained) {
    Study made = MadeStudy.study();
    Study study =
        made.of(
            List.of(made.networks().get(0).from(trained), made.networks().get(1).from(untrained)));
    MadeLateralisation values = new MadeLateralisation(List.of("V1v"));
    put(values, "trained", "early", 0.5, 0.25, 0.75);
    put(values, "untrained-0", "early", 0.125, 0.125, 0.25);
    return StudyStatistics.of(study, values.scores(study)).stream()
        .filter(test -> test.contrast() == Contrast.TRAINED_UNTRAINED)
        .toList();
  }

  @Test
  void aRowHasEveryNumberInItsColumn() {
    ContrastResult test =
        new ContrastResult(
            Contrast.LAYERS,
            Quantity.SCORE_FULL,
            "b0",
            "early − late",
            "features",
            V1V,
            8,
            0.5,
            0.25,
            new Interval(-0.125, 0.75),
            2,
            0.0625,
            0.03125,
            false,
            new ContrastResult.Corrected(0.375, 7),
            new ContrastResult.Corrected(0.625, 9));
    assertThat(StatisticsTable.of(List.of(test)).rows())
        .containsExactly(
            List.of(
                "layers",
                "score_full",
                "b0",
                "early − late",
                "features",
                "prf-visualrois",
                "V1v",
                "participants",
                8,
                0.5,
                0.25,
                -0.125,
                0.75,
                2.0,
                0.0625,
                0.03125,
                "drawn",
                0.375,
                7,
                0.625,
                9));
  }

  private static ContrastResult only(
      List<ContrastResult> tests, Contrast contrast, String network, String layer) {
    List<ContrastResult> found =
        tests.stream()
            .filter(t -> t.contrast() == contrast && t.roi().equals(V1V))
            .filter(t -> t.quantity() == Quantity.LATERALISATION)
            .filter(t -> t.network().equals(network) && t.layer().equals(layer))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
