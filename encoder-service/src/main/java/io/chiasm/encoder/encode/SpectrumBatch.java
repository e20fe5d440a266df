package io.chiasm.encoder.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.encoder.fold.TrainingRows;
import io.chiasm.encoder.spectrum.TrainingSpectrum;
import io.chiasm.encoder.work.Workers;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Spectra of several models in one fold, decomposed side by side. */
final class SpectrumBatch implements AutoCloseable {
  private final Map<Model, TrainingSpectrum> spectra = new ConcurrentHashMap<>();

  private SpectrumBatch() {}

  static SpectrumBatch of(
      FeatureSpaces spaces,
      List<Model> models,
      TrainingRows training,
      int[] held,
      Workers workers) {
    SpectrumBatch batch = new SpectrumBatch();
    boolean done = false;
    try {
      workers.run(
          models.stream()
              .map(
                  model ->
                      (Runnable)
                          () ->
                              batch.spectra.put(
                                  model, TrainingSpectrum.of(spaces.gram(model), training, held)))
              .collect(Collectors.toList()));
      done = true;
      return batch;
    } finally {
      if (!done) {
        batch.close();
      }
    }
  }

  TrainingSpectrum get(Model model) {
    TrainingSpectrum spectrum = spectra.get(model);
    if (spectrum == null) {
      throw new IllegalStateException("no spectrum of model " + model.label());
    }
    return spectrum;
  }

  @Override
  public void close() {
    spectra.values().forEach(TrainingSpectrum::close);
  }
}
