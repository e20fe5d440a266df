package io.chiasm.encoding.encode;

import io.chiasm.contracts.brain.Model;
import io.chiasm.encoding.score.ModelScores;
import io.chiasm.encoding.score.ShareScores;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** The scores of one encoding, filled fold by fold. */
final class AllScores {
  private final Map<Model, ModelScores> models = new EnumMap<>(Model.class);
  private final ShareScores shares;
  private final int vertices;

  AllScores(FeatureSpaces spaces, java.util.List<Double> gammas, int folds, int vertices) {
    this.vertices = vertices;
    this.shares = new ShareScores(folds, vertices);
    spaces
        .spaces(gammas)
        .forEach(
            space -> space.model().ifPresent(m -> models.put(m, new ModelScores(folds, vertices))));
    if (!spaces.banded(gammas).isEmpty()) {
      models.put(Model.BANDED, new ModelScores(folds, vertices));
    }
  }

  int vertices() {
    return vertices;
  }

  /** By model, full first. */
  Map<Model, ModelScores> models() {
    return Collections.unmodifiableMap(models);
  }

  Optional<ModelScores> of(Model model) {
    return Optional.ofNullable(models.get(model));
  }

  /** Of a model that is fitted. */
  ModelScores get(Model model) {
    return of(model)
        .orElseThrow(() -> new IllegalStateException("model " + model.label() + " was not fitted"));
  }

  /** Of the full model. */
  ShareScores shares() {
    return shares;
  }
}
