package io.chiasm.encoding.encode;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.ridge.OperatorShelf;
import io.chiasm.encoding.ridge.RidgeRegression;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import org.jspecify.annotations.Nullable;

/** A feature space decomposed in one fold, with the operators of ridge's penalties there. */
final class PreparedSpace implements AutoCloseable {
  private final TrainingSpectrum spectrum;
  private @Nullable OperatorShelf operators;

  PreparedSpace(TrainingSpectrum spectrum) {
    this.spectrum = spectrum;
  }

  TrainingSpectrum spectrum() {
    return spectrum;
  }

  /** The same at each call, so to be asked for one grid of penalties only. */
  OperatorShelf operators(RidgeRegression ridge, TrainingRows training, int threads) {
    OperatorShelf shelf = operators;
    if (shelf == null) {
      shelf = ridge.shelf(spectrum, training, threads);
      operators = shelf;
    }
    return shelf;
  }

  long bytes() {
    return spectrum.bytes() + (operators == null ? 0 : operators.bytes());
  }

  void freeOperators() {
    if (operators != null) {
      operators.close();
      operators = null;
    }
  }

  @Override
  public void close() {
    freeOperators();
    spectrum.close();
  }
}
