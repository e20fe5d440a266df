package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.contracts.message.ArrayName;
import io.chiasm.contracts.message.ArrayName.Measure;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.pcaols.PcaOlsRegression;
import io.chiasm.encoding.regression.VertexChunks;
import io.chiasm.encoding.response.Responses;
import io.chiasm.encoding.ridge.RidgeFit;
import io.chiasm.encoding.score.HeldOut;
import io.chiasm.encoding.score.HeldOutScoring;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Resources;
import io.chiasm.encoding.work.Workers;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Predicts one vertex in every fold. Its models are fitted anew with the penalties chosen when all
 * vertices were: which vertex is the best is known only after the last fold, and the predictions of
 * all of them would take as much memory as the responses for every model.
 */
final class VertexPrediction {
  private final FeatureSpaces spaces;
  private final Responses responses;
  private final Regression regression;
  private final EncodingResult result;
  private final int vertex;
  private final Map<Model, DoubleTensor> predicted = new EnumMap<>(Model.class);

  VertexPrediction(
      FeatureSpaces spaces,
      Responses responses,
      Regression regression,
      EncodingResult result,
      int vertex) {
    this.spaces = spaces;
    this.responses = responses;
    this.regression = regression;
    this.result = result;
    this.vertex = vertex;
  }

  HeldOutPredictions run(Folds folds, Resources resources, Sitting sitting, Workers workers) {
    DoubleTensor measured = DoubleTensor.zeros(responses.stimuli());
    for (int stimulus = 0; stimulus < responses.stimuli(); stimulus++) {
      measured.values()[stimulus] = responses.measured(stimulus, vertex);
    }
    for (FeatureSpace space : models()) {
      DoubleTensor unknown = DoubleTensor.zeros(responses.stimuli());
      Arrays.fill(unknown.values(), Double.NaN);
      space.model().ifPresent(model -> predicted.put(model, unknown));
    }
    for (int fold = 0; fold < folds.count(); fold++) {
      predict(FoldRows.of(folds, fold), resources.memoryBytes(), sitting, workers);
    }
    Map<Model, RealTensor> inTheirPrecision = new EnumMap<>(Model.class);
    predicted.forEach((model, all) -> inTheirPrecision.put(model, precise(all)));
    return new HeldOutPredictions(vertex, precise(measured), inTheirPrecision);
  }

  private RealTensor precise(DoubleTensor tensor) {
    return responses.inTheirPrecision(tensor);
  }

  private List<FeatureSpace> models() {
    return spaces.spaces(List.of());
  }

  private void predict(FoldRows rows, long memoryBytes, Sitting sitting, Workers workers) {
    TrainingRows training = rows.training();
    int width = VertexChunks.width(memoryBytes / 4, workers.threads(), training.count());
    HeldOutScoring scoring =
        new HeldOutScoring(new HeldOut(responses, training, rows.held(), workers, width));
    List<FeatureSpace> all = models();
    int together =
        SpectrumBatch.together(all.size(), training.count(), memoryBytes / 4, workers.threads());
    for (int from = 0; from < all.size(); from += together) {
      List<FeatureSpace> batch = all.subList(from, Math.min(from + together, all.size()));
      try (SpectrumBatch spectra = SpectrumBatch.of(batch, rows, sitting, workers)) {
        for (FeatureSpace space : batch) {
          Model model = space.model().orElseThrow();
          TrainingSpectrum spectrum = spectra.get(space).spectrum();
          double[] weights = weights(model, rows.fold(), spectrum, training, workers);
          put(model, rows.held(), scoring.predictions(weights, spectrum, vertex));
        }
      }
    }
  }

  private double[] weights(
      Model model, int fold, TrainingSpectrum spectrum, TrainingRows training, Workers workers) {
    if (regression instanceof Regression.Ridge ridge) {
      return RidgeFit.weights(spectrum, alpha(ridge, model, fold));
    }
    if (regression instanceof Regression.PcaOls pca) {
      return new PcaOlsRegression(pca.components())
          .fit(spectrum, training, responses, workers)
          .weights(0);
    }
    throw new IllegalArgumentException("unknown regression " + regression.label());
  }

  /** The penalty of the grid that the result holds, rounded to float32, for the vertex. */
  private double alpha(Regression.Ridge ridge, Model model, int fold) {
    float chosen =
        result.array(ArrayName.perFold(Measure.ALPHA, model).value())
            .values()[fold * responses.vertices() + vertex];
    return ridge.alphas().stream()
        .filter(alpha -> alpha.floatValue() == chosen)
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("alpha " + chosen + " is not of the grid"));
  }

  private void put(Model model, int[] held, double[] predictions) {
    DoubleTensor all = predicted.get(model);
    for (int s = 0; s < held.length && all != null; s++) {
      all.values()[held[s]] = predictions[s];
    }
  }
}
