package io.chiasm.encoder.encode;

import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import io.chiasm.encoder.work.Workers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Spectra of several feature spaces in one fold, decomposed side by side. */
final class SpectrumBatch implements AutoCloseable {
  private final Map<FeatureSpace, TrainingSpectrum> spectra = new ConcurrentHashMap<>();

  private SpectrumBatch() {}

  static SpectrumBatch of(
      List<FeatureSpace> spaces, TrainingRows training, int[] held, Workers workers) {
    SpectrumBatch batch = new SpectrumBatch();
    boolean done = false;
    try {
      workers.run(
          spaces.stream()
              .map(space -> (Runnable) () -> batch.decompose(space, training, held))
              .collect(Collectors.toList()));
      done = true;
      return batch;
    } finally {
      if (!done) {
        batch.close();
      }
    }
  }

  /** How many at a time: each needs the matrix and twice as much as work space. */
  static int together(int count, int training, long bytes, int threads) {
    long each = 3L * training * training * Double.BYTES;
    return (int) Math.min(Math.min(count, threads), Math.max(1, bytes / each));
  }

  private void decompose(FeatureSpace space, TrainingRows training, int[] held) {
    spectra.put(space, TrainingSpectrum.of(space.gram(), training, held));
  }

  TrainingSpectrum get(FeatureSpace space) {
    TrainingSpectrum spectrum = spectra.get(space);
    if (spectrum == null) {
      throw new IllegalStateException("a feature space of another batch");
    }
    return spectrum;
  }

  @Override
  public void close() {
    spectra.values().forEach(TrainingSpectrum::close);
  }
}
