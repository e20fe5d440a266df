package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyScores;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A study of many networks: what goes into its table. */
class AcrossNetworksTest {
  private static final Roi V1V = new Roi("prf-visualrois", "V1v");

  /** The made trained network is more lateral than untrained ones: more accurate means better. */
  private static Study study(int networks) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < networks; i++) {
      names.add((i < networks / 2 ? "seed-" : "trained-") + i);
    }
    Study made = MadeStudy.study(names);
    List<NetworkSpec> known = new ArrayList<>();
    for (NetworkSpec network : made.networks()) {
      known.add(known(network, 50 + known.size()));
    }
    return made.of(known);
  }

  private static NetworkSpec known(NetworkSpec network, double accuracy) {
    return new NetworkSpec(
        network.name(),
        new NetworkSource.BuiltIn("efficientnet_b0", ""),
        new Weights.Trained(),
        null,
        null,
        accuracy,
        network.layers(),
        new NetworkDetails(false, accuracy < 53 ? null : "family-b"));
  }

  private static NetworkInventory inventory(Study study) {
    Map<String, Long> learned = new HashMap<>();
    for (NetworkSpec network : study.networks()) {
      learned.put(network.name(), 1000L + (network.name().hashCode() & 0xff));
    }
    return new NetworkInventory(learned, List.of());
  }

  private static AcrossResult only(List<AcrossResult> results, String layer) {
    List<AcrossResult> found =
        results.stream()
            .filter(r -> r.layer().equals(layer) && r.roi().equals(V1V))
            .filter(r -> r.quantity() == Quantity.LATERALISATION)
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  @Tag("whole-study")
  void aPlantedTrendIsFoundWithItsIntervalAboveZero() {
    // Given
    Study study = study(8);
    StudyScores scores = MadeStudy.scores(study, 4);
    // When
    AcrossResult early = only(AcrossNetworks.of(study, inventory(study), scores), "early");
    // Then
    assertThat(early.rho()).isGreaterThan(0.7);
    assertThat(early.interval().low()).isPositive();
    assertThat(early.p()).isLessThan(0.05);
    assertThat(early.networks()).isEqualTo(8);
    assertThat(early.families()).isEqualTo(2);
    assertThat(early.participants()).isEqualTo(4);
    assertThat(early.held()).isEqualTo(8);
    assertThat(early.partial()).isBetween(-1.0, 1.0);
  }

  @Test
  @Tag("whole-study")
  void rhoAndPAreThoseOfTheStatistics() {
    Study study = study(6);
    StudyScores scores = MadeStudy.scores(study, 3);
    List<ContrastResult> tests =
        StudyStatistics.of(study, scores).stream()
            .filter(t -> t.contrast() == Contrast.ACCURACY && t.split().equals("features"))
            .toList();
    List<AcrossResult> across = AcrossNetworks.of(study, NetworkInventory.NONE, scores);
    assertThat(across).hasSameSizeAs(tests);
    for (int i = 0; i < tests.size(); i++) {
      assertThat(across.get(i).rho()).isEqualTo(tests.get(i).effect());
      assertThat(across.get(i).p()).isEqualTo(tests.get(i).p());
      assertThat(across.get(i).roi()).isEqualTo(tests.get(i).roi());
    }
  }

  @Test
  void networksWhoseParametersAreNotKnownAreOutOfThePartialCorrelationAlone() {
    // Given
    Study all = study(8);
    Study some = all.of(all.networks().subList(2, 7));
    NetworkInventory known = inventory(some);
    // When
    AcrossResult result = only(AcrossNetworks.of(all, known, drawn(all)), "early");
    AcrossResult alone = only(AcrossNetworks.of(some, known, drawn(some)), "early");
    // Then
    assertThat(result.networks()).isEqualTo(8);
    assertThat(result.held()).isEqualTo(5);
    assertThat(result.partial()).isFinite().isEqualTo(alone.partial());
    assertThat(result.partialInterval()).isEqualTo(alone.partialInterval());
    assertThat(result.partialInterval().low()).isFinite();
  }

  /** Lateralisation in one ROI, drawn by the network's name. */
  private static StudyScores drawn(Study study) {
    MadeLateralisation made = new MadeLateralisation(List.of("V1v"));
    for (NetworkSpec network : study.networks()) {
      Random random = new Random(network.name().hashCode());
      Condition condition = new Condition(network.name(), "early", "early", "features", "ridge");
      for (int i = 0; i < 8; i++) {
        String participant = "subj0" + (1 + i / 2);
        made.put(participant, Hemisphere.values()[i % 2], condition, "V1v", random.nextFloat());
      }
    }
    return made.scores(study);
  }

  /**
   * By the formula of ranks that differ by d, 1 − 6 Σd² / (n (n² − 1)): accuracy and value 0.8,
   * accuracy and parameters 0.8, value and parameters 0.7.
   */
  @Test
  void whatIsToldOfFiveNetworksIsThatOfTheirRanks() {
    // Given
    double[] values = {0.125, 0.375, 0.25, 0.625, 0.5};
    List<Long> parameters = List.of(200L, 100L, 300L, 500L, 400L);
    Study study = named("a", "b", "c", "d", "e");
    MadeLateralisation made = new MadeLateralisation(List.of("V1v"));
    Map<String, Long> learned = new HashMap<>();
    for (int i = 0; i < values.length; i++) {
      String name = study.networks().get(i).name();
      learned.put(name, parameters.get(i));
      Condition condition = new Condition(name, "early", "early", "features", "ridge");
      made.put("subj01", Hemisphere.LH, condition, "V1v", values[i]);
      made.put("subj02", Hemisphere.RH, condition, "V1v", values[i]);
    }
    // When
    AcrossResult result =
        only(
            AcrossNetworks.of(study, new NetworkInventory(learned, List.of()), made.scores(study)),
            "early");
    // Then
    assertThat(result.rho()).isCloseTo(0.8, within(1e-12));
    assertThat(result.partial())
        .isCloseTo((0.8 - 0.8 * 0.7) / Math.sqrt(0.36 * 0.51), within(1e-12));
    assertThat(result.interval().low()).isLessThan(0.8);
    assertThat(result.interval().high()).isBetween(0.8, 1.0);
    assertThat(result.participants()).isEqualTo(2);
    assertThat(result.families()).isEqualTo(2);
    assertThat(result.held()).isEqualTo(5);
  }

  @Test
  void aParticipantWithOneHemisphereCountsAsMuchAsOneWithTwo() {
    // Given: over participants b < a < c, over hemispheres a < b < c; only two have hV4
    MadeLateralisation made = new MadeLateralisation(List.of("V1v", "hV4"));
    double none = Double.NaN;
    put(made, "a", new double[] {0, 0, 1, none}, new double[] {0.1, 0.1, 0.1, 0.1});
    put(made, "b", new double[] {0.4, 0.4, 0.4, 0.4}, new double[] {0.2, 0.2, none, none});
    put(made, "c", new double[] {0.6, 0.6, 0.6, 0.6}, new double[] {none, none, none, none});
    Study study = named("a", "b", "c");
    StudyScores scores = made.scores(study);
    // When
    List<ContrastResult> tests =
        StudyStatistics.of(study, scores).stream()
            .filter(t -> t.contrast() == Contrast.ACCURACY && !t.roi().name().equals("all"))
            .filter(t -> t.quantity() == Quantity.LATERALISATION)
            .toList();
    List<AcrossResult> all = AcrossNetworks.of(study, NetworkInventory.NONE, scores);
    AcrossResult across = only(all, "early");
    // Then: ranks 2, 1, 3
    assertThat(all).extracting(result -> result.roi().name()).doesNotContain("hV4");
    assertThat(tests).extracting(ContrastResult::roi).containsExactly(V1V);
    assertThat(tests.get(0).n()).isEqualTo(3);
    assertThat(tests.get(0).effect()).isEqualTo(0.5);
    assertThat(across.networks()).isEqualTo(3);
    assertThat(across.rho()).isEqualTo(0.5);
  }

  private static Study named(String... names) {
    Study made = MadeStudy.study(List.of(names));
    List<NetworkSpec> known = new ArrayList<>();
    for (NetworkSpec network : made.networks()) {
      known.add(known(network, 50 + known.size()));
    }
    return made.of(known);
  }

  /** Left and right of the first participant, then of the second. */
  private static void put(MadeLateralisation made, String network, double[] v1v, double[] hv4) {
    Condition condition = new Condition(network, "early", "early", "features", "ridge");
    for (int i = 0; i < v1v.length; i++) {
      String participant = "subj0" + (1 + i / 2);
      made.put(participant, Hemisphere.values()[i % 2], condition, "V1v", v1v[i]);
      made.put(participant, Hemisphere.values()[i % 2], condition, "hV4", hv4[i]);
    }
  }

  private static List<ContrastResult> correlations(Study study, StudyScores scores) {
    return StudyStatistics.of(study, scores).stream()
        .filter(test -> test.contrast() == Contrast.ACCURACY)
        .toList();
  }

  @Test
  void aNetworkThatSomeParticipantsLackHasTheMeanOfTheOthers() {
    // Given
    MadeLateralisation made = new MadeLateralisation(List.of("V1v", "hV4"));
    put(made, "a", new double[] {0.25, 0.25, 0.25, 0.25}, new double[] {0.25, 0.25, 0.25, 0.25});
    put(made, "b", new double[] {0.375, 0.375}, new double[] {0.375, 0.375});
    put(made, "c", new double[] {0.5, 0.5, 0.5, 0.5}, new double[] {0.5, 0.5, 0.5, 0.5});
    Study study = named("a", "b", "c");
    // When
    StudyScores scores = made.scores(study);
    // Then
    assertThat(correlations(study, scores))
        .filteredOn(test -> test.quantity() == Quantity.LATERALISATION)
        .isNotEmpty()
        .allMatch(test -> test.effect() == 1);
    assertThat(only(AcrossNetworks.of(study, NetworkInventory.NONE, scores), "early").rho())
        .isEqualTo(1);
  }

  @Test
  void aNetworkWithoutAnAccuracyIsPassedOver() {
    // Given
    Study all = study(6);
    List<NetworkSpec> networks = new ArrayList<>(all.networks());
    NetworkSpec last = networks.remove(5);
    Study five = all.of(List.copyOf(networks));
    networks.add(
        new NetworkSpec(last.name(), last.source(), last.weights(), null, null, last.layers()));
    Study unknown = all.of(networks);
    // Then
    assertThat(AcrossNetworks.of(unknown, inventory(all), drawn(unknown)))
        .isNotEmpty()
        .isEqualTo(AcrossNetworks.of(five, inventory(all), drawn(five)));
    assertThat(correlations(unknown, drawn(unknown)))
        .isNotEmpty()
        .isEqualTo(correlations(five, drawn(five)));
  }

  @Test
  @Tag("whole-study")
  void withoutParametersNothingIsHeld() {
    Study study = study(6);
    StudyScores scores = MadeStudy.scores(study, 1);
    assertThat(AcrossNetworks.of(study, NetworkInventory.NONE, scores))
        .isNotEmpty()
        .allMatch(r -> r.held() == 0 && Double.isNaN(r.partial()));
  }

  @Test
  void twoNetworksAreNotCompared() {
    Study study = study(2);
    assertThat(AcrossNetworks.of(study, inventory(study), MadeStudy.scores(study, 2))).isEmpty();
  }

  @Test
  void theTableHasARowPerResult() {
    Study study = study(3);
    List<AcrossResult> results =
        AcrossNetworks.of(study, inventory(study), MadeStudy.scores(study, 1));
    String csv = new String(AcrossTable.of(results).csv(), StandardCharsets.UTF_8);
    assertThat(csv.lines()).hasSize(1 + results.size());
    assertThat(csv).startsWith("quantity,layer,split,roi_class,roi,n_networks,n_families");
  }

  @Test
  void aRowHasEveryNumberInItsColumn() {
    AcrossResult result =
        new AcrossResult(
            Quantity.LATERALISATION,
            "early",
            "features",
            V1V,
            9,
            4,
            8,
            0.5,
            new Interval(0.25, 0.75),
            0.125,
            0.0625,
            false,
            7,
            0.375,
            new Interval(-0.5, 0.875));
    assertThat(AcrossTable.of(List.of(result)).rows())
        .containsExactly(
            List.of(
                "lateralisation",
                "early",
                "features",
                "prf-visualrois",
                "V1v",
                9,
                4,
                8,
                0.5,
                0.25,
                0.75,
                0.125,
                0.0625,
                "drawn",
                7,
                0.375,
                -0.5,
                0.875));
  }
}
