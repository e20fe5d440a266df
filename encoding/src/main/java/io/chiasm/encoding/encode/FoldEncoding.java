package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.study.Regression;
import io.chiasm.encoding.banded.BandedChoice;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.pcaols.PcaOlsRegression;
import io.chiasm.encoding.regression.FoldFit;
import io.chiasm.encoding.regression.VertexChunks;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.ridge.OperatorShelf;
import io.chiasm.encoding.ridge.RidgeFit;
import io.chiasm.encoding.ridge.RidgeRegression;
import io.chiasm.encoding.ridge.WiderGrid;
import io.chiasm.encoding.score.HeldOut;
import io.chiasm.encoding.score.HeldOutScoring;
import io.chiasm.encoding.score.ShareScoring;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;
import java.util.List;
import java.util.Optional;

/** Fits and scores all feature spaces in one fold, a few decompositions at a time. */
final class FoldEncoding {
  private final FeatureSpaces spaces;
  private final Responses responses;
  private final Regression regression;
  private final long memoryBytes;
  private final Workers workers;
  private final FoldRows rows;
  private final TrainingRows training;
  private final Sitting sitting;
  private final AllScores scores;
  private final HeldOutScoring scoring;
  private final ShareScoring sharing;
  private final BandedChoice banded;

  FoldEncoding(
      FeatureSpaces spaces,
      Responses responses,
      Regression regression,
      long memoryBytes,
      Workers workers,
      FoldRows rows,
      Sitting sitting,
      AllScores scores) {
    this.spaces = spaces;
    this.responses = responses;
    this.regression = regression;
    this.memoryBytes = memoryBytes;
    this.workers = workers;
    this.rows = rows;
    this.training = rows.training();
    this.sitting = sitting;
    this.scores = scores;
    int width = VertexChunks.width(memoryBytes / 4, workers.threads(), training.count());
    HeldOut held = new HeldOut(responses, training, rows.held(), workers, width);
    this.scoring = new HeldOutScoring(held);
    this.sharing = new ShareScoring(held);
    this.banded = new BandedChoice(responses.vertices());
  }

  void run(List<FeatureSpace> all) {
    int together =
        SpectrumBatch.together(all.size(), training.count(), memoryBytes / 4, workers.threads());
    for (int from = 0; from < all.size(); from += together) {
      List<FeatureSpace> batch = all.subList(from, Math.min(from + together, all.size()));
      try (SpectrumBatch spectra = SpectrumBatch.of(batch, rows, sitting, workers)) {
        for (FeatureSpace space : batch) {
          encode(space, spectra);
        }
      }
    }
  }

  /** What a fold leaves of the memory to the tasks that follow. */
  private long spare() {
    return regression instanceof Regression.Ridge ridge
        ? regression(ridge).spare(training, workers.threads())
        : memoryBytes / 4;
  }

  private void encode(FeatureSpace space, SpectrumBatch spectra) {
    PreparedSpace prepared = spectra.get(space);
    TrainingSpectrum spectrum = prepared.spectrum();
    FoldFit fit = fit(space, prepared);
    spectra.fitted(space, spare());
    space.model().ifPresent(model -> score(model, fit, spectrum));
    Optional<double[]> wider = wider(fit, spectrum);
    space.model().ifPresent(model -> wider.ifPresent(w -> scores.get(model).wider(fit, w)));
    if (space.gamma().isPresent() && fit instanceof RidgeFit ridge) {
      FoldFit best = banded.offer(space.gamma().getAsDouble(), ridge);
      scoring.score(best, spectrum, rows.fold(), scores.get(Model.BANDED));
      wider.ifPresent(w -> scores.get(Model.BANDED).wider(best, w));
    }
  }

  private FoldFit fit(FeatureSpace space, PreparedSpace prepared) {
    if (regression instanceof Regression.Ridge ridge) {
      double[] toBeat = space.gamma().isPresent() ? banded.toBeat() : new double[0];
      RidgeRegression all = regression(ridge);
      OperatorShelf operators = prepared.operators(all, training, workers.threads());
      return all.fit(operators, responses, workers, toBeat);
    }
    if (regression instanceof Regression.PcaOls pca) {
      return new PcaOlsRegression(pca.components())
          .fit(prepared.spectrum(), training, responses, workers);
    }
    throw new IllegalArgumentException("unknown regression " + regression.label());
  }

  private RidgeRegression regression(Regression.Ridge ridge) {
    return new RidgeRegression(ridge.alphas(), memoryBytes);
  }

  /** What a wider grid would gain, tried in the first fold alone. */
  private Optional<double[]> wider(FoldFit fit, TrainingSpectrum spectrum) {
    return rows.fold() == 0 && fit instanceof RidgeFit ridge
        ? Optional.of(
            new WiderGrid(memoryBytes).gains(ridge, spectrum, training, responses, workers))
        : Optional.empty();
  }

  private void score(Model model, FoldFit fit, TrainingSpectrum spectrum) {
    scoring.score(fit, spectrum, rows.fold(), scores.get(model));
    if (model == Model.FULL) {
      sharing.score(
          fit, spectrum, spaces.contraPart(), spaces.ipsiPart(), rows.fold(), scores.shares());
    }
  }
}
