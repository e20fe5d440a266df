package io.chiasm.encoding.banded;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.ridge.RidgeFit;
import io.chiasm.encoding.ridge.RidgeRegression;
import io.chiasm.encoding.spectrum.Gram;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.testing.Made;
import io.chiasm.encoding.testing.Primal;
import io.chiasm.encoding.work.Workers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BandedChoiceTest {
  private static final int STIMULI = 24;

  private final Folds folds = Made.folds(STIMULI, 4);
  private final TrainingRows training = TrainingRows.of(folds.training(0));
  private final DoubleTensor x = Made.normals(1, STIMULI, 4);
  private final TrainingSpectrum wide = spectrum(x);
  private final TrainingSpectrum narrow = spectrum(Made.normals(2, STIMULI, 2));

  @AfterEach
  void free() {
    wide.close();
    narrow.close();
  }

  /** Responses that are zero have no error under any penalty, and so the largest. */
  @Test
  void ofEqualErrorsTheLargerPenaltyWinsThenTheMoreEvenWeightThenTheSmaller() {
    FloatTensor zero = FloatTensor.zeros(STIMULI, 1);
    List<Offer> offers =
        List.of(
            new Offer(0.75, fit(wide, zero, 10)),
            new Offer(0.25, fit(wide, zero, 10)),
            new Offer(0.5, fit(wide, zero, 10)),
            new Offer(1, fit(wide, zero, 100)),
            new Offer(0, fit(wide, zero, 100)));
    assertThat(won(offers.subList(0, 2))).containsExactly(true, true);
    assertThat(won(List.of(offers.get(1), offers.get(0)))).containsExactly(true, false);
    assertThat(won(List.of(offers.get(1), offers.get(2), offers.get(0))))
        .containsExactly(true, true, false);
    assertThat(won(List.of(offers.get(2), offers.get(3), offers.get(2))))
        .containsExactly(true, true, false);
    assertThat(won(List.of(offers.get(4), offers.get(3), offers.get(4))))
        .containsExactly(true, false, false);
  }

  @Test
  void everyVertexIsItsBestFits() {
    // Given the first two vertices follow the wide features, the others the narrow ones
    FloatTensor ofWide = Made.responses(x, 2, 0.1, 3);
    FloatTensor ofNarrow = Made.responses(Made.normals(2, STIMULI, 2), 2, 0.1, 4);
    FloatTensor both = FloatTensor.zeros(STIMULI, 4);
    for (int s = 0; s < STIMULI; s++) {
      System.arraycopy(ofWide.values(), s * 2, both.values(), s * 4, 2);
      System.arraycopy(ofNarrow.values(), s * 2, both.values(), s * 4 + 2, 2);
    }
    RidgeFit first = fit(wide, both, 1);
    BandedChoice choice = new BandedChoice(4);
    assertThat(choice.toBeat()).containsOnly(Double.POSITIVE_INFINITY);
    // When
    FoldFit all = choice.offer(0.25, first);
    FoldFit some = choice.offer(0.75, fit(narrow, both, 1));
    // Then
    assertThat(all.vertices(0)).containsExactly(0, 1, 2, 3);
    assertThat(some.vertices(0)).containsExactly(2, 3);
    assertThat(some.gamma(0)).isEqualTo(0.75);
    assertThat(some.alpha(0)).isEqualTo(1);
    assertThat(some.predictors()).isEqualTo(1);
    // As many components as the widest fit of any vertex has.
    assertThat(all.components()).isEqualTo(4);
    assertThat(some.components()).isEqualTo(4);
    assertThat(choice.toBeat()[0]).isEqualTo(first.error(0));
    assertThat(choice.toBeat()[3]).isLessThan(first.error(3));
  }

  @Test
  void whoseErrorIsNotKnownWinsNothing() {
    BandedChoice choice = new BandedChoice(1);
    try (Workers workers = new Workers(1)) {
      RidgeFit unknown =
          new RidgeRegression(List.of(1.0), 1 << 20)
              .fit(
                  wide,
                  training,
                  new Responses(Made.responses(x, 1, 1, 3)),
                  workers,
                  new double[0]);
      assertThat(choice.offer(0.5, unknown).vertices(0)).isEmpty();
    }
  }

  private record Offer(double gamma, RidgeFit fit) {}

  /** Whether each offer in turn was the best so far. */
  private static List<Boolean> won(List<Offer> offers) {
    BandedChoice choice = new BandedChoice(1);
    return offers.stream()
        .map(offer -> choice.offer(offer.gamma(), offer.fit()).vertices(0).length == 1)
        .toList();
  }

  private RidgeFit fit(TrainingSpectrum spectrum, FloatTensor responses, double alpha) {
    Responses checked = new Responses(responses);
    double[] unbeaten = new double[checked.vertices()];
    Arrays.fill(unbeaten, Double.POSITIVE_INFINITY);
    try (Workers workers = new Workers(1)) {
      return new RidgeRegression(List.of(alpha), 1 << 20)
          .fit(spectrum, training, checked, workers, unbeaten);
    }
  }

  private TrainingSpectrum spectrum(DoubleTensor features) {
    return TrainingSpectrum.of(Gram.of(Primal.gram(features)), training, folds.heldOut(0));
  }
}
