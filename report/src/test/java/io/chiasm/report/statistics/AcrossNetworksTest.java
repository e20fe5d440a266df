package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
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
}
