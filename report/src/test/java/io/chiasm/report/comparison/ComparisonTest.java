package io.chiasm.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.statistics.ContrastResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  /** A quantile between two of the drawn means is a sum of two products. */
  private static final Offset<Double> ROUNDING = within(1e-15);

  private static final FinishedStudy PLAIN = MadeFinishedStudy.plain(4);
  private static final FinishedStudy NOISY = MadeFinishedStudy.noisy(4);

  @Test
  void aStudyDoesNotDifferFromItself() {
    Comparison comparison = compared(PLAIN, PLAIN);
    assertThat(comparison.tests())
        .isNotEmpty()
        .allSatisfy(
            test -> {
              assertThat(test.mean()).isZero();
              assertThat(test.p()).isEqualTo(1);
              assertThat(test.bh().p()).isEqualTo(1);
              assertThat(test.interval().low()).isZero();
              assertThat(test.interval().high()).isZero();
              assertThat(test.effect()).isNaN();
            });
    assertThat(comparison.tests())
        .filteredOn(test -> test.max().tests() > 0)
        .isNotEmpty()
        .allMatch(test -> test.max().p() == 1);
    assertThat(comparison.keys()).isEmpty();
    assertThat(comparison.warnings()).isEmpty();
    assertThat(comparison.notices()).isEmpty();
    VertexDifferences vertices =
        VertexDifferences.of(
            comparison,
            (pair, who, side, quantity, values) -> {
              for (float value : values) {
                assertThat(Float.isNaN(value) || value == 0).isTrue();
              }
            });
    assertThat(vertices.summaries())
        .isNotEmpty()
        .allSatisfy(
            summary -> {
              assertThat(summary.difference()).isZero();
              assertThat(summary.larger()).isZero();
            });
  }

  @Test
  void exchangedStudiesHaveTheOppositeDifferences() {
    List<ContrastResult> forth = compared(PLAIN, NOISY).tests();
    List<ContrastResult> back = compared(NOISY, PLAIN).tests();
    assertThat(back).hasSameSizeAs(forth);
    assertThat(forth).anyMatch(test -> test.mean() > 0.01);
    for (int i = 0; i < forth.size(); i++) {
      ContrastResult one = forth.get(i);
      ContrastResult other = back.get(i);
      assertThat(other.roi()).isEqualTo(one.roi());
      assertThat(other.mean()).isEqualTo(-one.mean() + 0.0);
      assertThat(other.p()).isEqualTo(one.p());
      assertThat(other.max()).isEqualTo(one.max());
      assertThat(other.interval().low()).isCloseTo(-one.interval().high(), ROUNDING);
    }
  }

  @Test
  void theOrderOfTheSecondStudysCellsChangesNothing() {
    // Given
    List<EncodingCell> cells = new ArrayList<>(MadeStudy.cells(MadeStudy.study(), 4));
    Collections.shuffle(cells, new Random(1));
    FinishedStudy shuffled = MadeFinishedStudy.of("plain", cells, Map.of());
    // When
    byte[] table = DifferencesTable.of(compared(NOISY, PLAIN).scores()).csv();
    byte[] again = DifferencesTable.of(compared(NOISY, shuffled).scores()).csv();
    // Then
    assertThat(again).isEqualTo(table);
  }

  @Test
  void theLateralisationOfADifferenceIsTheDifferenceOfItsModels() {
    compared(PLAIN, NOISY)
        .scores()
        .differences()
        .rows()
        .forEach(
            row ->
                assertThat(row.mean(Quantity.LATERALISATION))
                    .isCloseTo(
                        row.mean(Quantity.SCORE_CONTRA) - row.mean(Quantity.SCORE_IPSI),
                        within(1e-9)));
  }

  @Test
  void ridgeAndPcaOlsArePairedAndTheKeyIsNamed() {
    Comparison comparison = compared(PLAIN, NOISY);
    assertThat(comparison.pairs()).hasSize(12);
    assertThat(comparison.keys())
        .containsExactly(new KeyDifference("encoding.regression", "ridge", "pca-ols"));
    assertThat(comparison.pairs().get(0).difference().regression()).isEqualTo("pca-ols − ridge");
  }

  @Test
  void theOnlyNetworkThatIsLeftOnEitherSideIsComparedAndThatIsSaid() {
    FinishedStudy other =
        MadeFinishedStudy.renamed(c -> network(c, "untrained-0", "untrained-7"), 2);
    Comparison comparison = compared(MadeFinishedStudy.plain(2), other);
    assertThat(comparison.pairs()).hasSize(12);
    assertThat(comparison.notices())
        .containsExactly("The network untrained-7 of B is compared with untrained-0 of A.");
    assertThat(comparison.tests())
        .anyMatch(test -> test.network().equals("untrained-7 − untrained-0"));
  }

  @Test
  void aControlThatIsOthersOwnSplitIsNoneIfItIsAControlHere() {
    FinishedStudy image = MadeFinishedStudy.renamed(c -> control(c, "image"), 2);
    FinishedStudy apart = MadeFinishedStudy.renamed(c -> control(c, "architecture"), 2);
    Comparison comparison = compared(image, apart);
    assertThat(comparison.pairs())
        .hasSize(6)
        .allMatch(pair -> pair.a().split().equals("features"))
        .allMatch(pair -> pair.b().split().equals("features"));
    assertThat(comparison.notices())
        .containsExactly(
            "The split image of A has no counterpart: left out.",
            "The split architecture of B has no counterpart: left out.");
  }

  private static Condition control(Condition c, String control) {
    String split = c.split().equals("upper-lower") ? control : c.split();
    return new Condition(c.network(), c.layer(), c.tensor(), split, c.regression());
  }

  @Test
  void aControlIsNeverComparedWithAnotherOne() {
    FinishedStudy other =
        MadeFinishedStudy.renamed(
            c ->
                new Condition(
                    c.network(),
                    c.layer(),
                    c.tensor(),
                    c.split().equals("upper-lower") ? "mirrored" : "image",
                    c.regression()),
            2);
    Comparison comparison = compared(MadeFinishedStudy.plain(2), other);
    assertThat(comparison.pairs())
        .hasSize(6)
        .allMatch(pair -> pair.difference().split().equals("image − features"));
    assertThat(comparison.notices())
        .containsExactly(
            "The split image of B is compared with features of A.",
            "The split upper-lower of A has no counterpart: left out.",
            "The split mirrored of B has no counterpart: left out.");
  }

  @Test
  void namedNetworksAreTheOnlyOnesCompared() {
    Comparison comparison =
        Comparison.of(PLAIN, PLAIN, Map.of("trained", "untrained-0"), Map.of("late", "late"));
    assertThat(comparison.tests())
        .isNotEmpty()
        .allMatch(test -> test.network().equals("untrained-0 − trained"))
        .allMatch(test -> test.layer().equals("late"));
    assertThat(comparison.notices())
        .containsExactly("The network untrained-0 of B is compared with trained of A.");
  }

  @Test
  void severalNamesWithoutCounterpartAreAskedFor() {
    FinishedStudy other =
        MadeFinishedStudy.renamed(
            c -> new Condition(c.network(), other(c.layer()), c.tensor(), c.split(), "ridge"), 1);
    assertThat(compared(MadeFinishedStudy.plain(1), other).notices())
        .contains(
            "The layer middle of A has no counterpart: left out.",
            "The layer second of B has no counterpart: left out.",
            "Which of them belong together is not clear from their names; --layer middle=second"
                + " compares two.");
  }

  @Test
  void whatOnlyOneStudyHasIsNamed() {
    Comparison comparison = compared(MadeFinishedStudy.plain(2), MadeFinishedStudy.noisy(1));
    assertThat(comparison.notices()).containsExactly("Only A has subj02 lh, subj02 rh: left out.");
  }

  @Test
  void nothingInCommonIsOneSentence() {
    FinishedStudy other =
        MadeFinishedStudy.renamed(
            c -> new Condition("x" + c.network(), c.layer(), c.tensor(), c.split(), "ridge"), 1);
    assertThatThrownBy(() -> compared(PLAIN, other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "nothing to compare: A has networks trained, untrained-0, layers early, middle, late,"
                + " splits features, upper-lower; B has networks xtrained, xuntrained-0, layers"
                + " early, late, middle, splits features, upper-lower; --network A=B and --layer A=B"
                + " say which belong together");
  }

  @Test
  void aNetworkThatIsNotThereIsAnErrorThatNamesThosePossible() {
    assertThatThrownBy(() -> Comparison.of(PLAIN, NOISY, Map.of("trained", "best"), Map.of()))
        .isInstanceOf(InputException.class)
        .hasMessage("--network: B has no network 'best'; possible: trained, untrained-0");
  }

  @Test
  void otherStimuliAndFoldsAreWarnedOf() {
    assertThat(compared(PLAIN, with(NOISY, MadeFinishedStudy.inputs("others", "folds"))).warnings())
        .singleElement()
        .asString()
        .startsWith("The stimuli differ (872 in A, 872 in B)");
    assertThat(
            compared(PLAIN, with(NOISY, MadeFinishedStudy.inputs("stimuli", "others"))).warnings())
        .singleElement()
        .asString()
        .startsWith("The folds differ");
  }

  @Test
  void keysOfNetworksThatAreComparedStandBesideEachOther() {
    Map<String, String> a = Map.of("networks[u0].seed", "0", "networks[gone].seed", "3");
    Map<String, String> b = Map.of("networks[u1].seed", "1", "study", "other");
    assertThat(KeyDifference.of(a, b, Map.of("u0", "u1")))
        .containsExactly(new KeyDifference("networks[u1 − u0].seed", "0", "1"));
  }

  @Test
  void squaresHoldEveryVertexOnce() {
    Density density = new Density();
    Random random = new Random(3);
    for (int i = 0; i < 500; i++) {
      density.add(random.nextGaussian() / 5, random.nextGaussian() / 5);
    }
    assertThat(density.total()).isEqualTo(500);
    assertThat(density.counts().values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(500);
  }

  private static String other(String layer) {
    return Arrays.asList("early", "second", "third")
        .get(List.of("early", "middle", "late").indexOf(layer));
  }

  private static Condition network(Condition c, String from, String to) {
    return new Condition(
        c.network().equals(from) ? to : c.network(),
        c.layer(),
        c.tensor(),
        c.split(),
        c.regression());
  }

  private static FinishedStudy with(FinishedStudy s, FinishedStudy.Inputs inputs) {
    return new FinishedStudy(
        s.name(),
        s.folder(),
        s.keys(),
        inputs,
        s.remarks(),
        s.failed(),
        s.scores(),
        s.vertices(),
        s.maps());
  }

  private static Comparison compared(FinishedStudy a, FinishedStudy b) {
    return Comparison.of(a, b, Map.of(), Map.of());
  }
}
