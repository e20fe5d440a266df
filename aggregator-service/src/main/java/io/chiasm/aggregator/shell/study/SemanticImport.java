package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.plan.Material;
import io.chiasm.aggregator.semantic.CategoryFeatures;
import io.chiasm.aggregator.semantic.CategoryTable;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Study;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings the categories of a study's stimuli into the store, if it has a semantic model. */
final class SemanticImport {
  private static final long LARGEST_FILE = 64L << 20;

  private final Optional<CategoryTable> table;
  private final List<String> warnings = new ArrayList<>();

  private SemanticImport(Optional<CategoryTable> table) {
    this.table = table;
  }

  /**
   * Reads the categories.
   *
   * @throws InputException if the file is wrong, or a network has the semantic model's name
   */
  static SemanticImport of(Study study) {
    Path file = study.semantic();
    if (file == null) {
      return new SemanticImport(Optional.empty());
    }
    if (study.networks().stream()
        .anyMatch(n -> n.name().equalsIgnoreCase(CategoryFeatures.NETWORK))) {
      throw new InputException(
          "networks: a network is named '"
              + CategoryFeatures.NETWORK
              + "', which names the semantic model in the results (semantic: "
              + file.getFileName()
              + "); give it another name");
    }
    String text = InputText.read(file, LARGEST_FILE);
    return new SemanticImport(Optional.of(CategoryTable.read(text, file.toString())));
  }

  /**
   * The features of these stimuli, in the store.
   *
   * @throws InputException if the categories are not of these stimuli
   */
  List<Material.Features> bringIn(InputTensors inputs, List<StimulusId> stimuli) {
    return table.map(found -> bringIn(found, inputs, stimuli)).stream().toList();
  }

  private Material.Features bringIn(
      CategoryTable found, InputTensors inputs, List<StimulusId> stimuli) {
    CategoryFeatures features = CategoryFeatures.of(found, stimuli);
    if (!found.sided()) {
      warnings.add(
          "Semantic model: the categories have no left_fraction, so only the full model predicts;"
              + " its contralateral and ipsilateral scores are missing.");
    }
    if (features.without() > 0) {
      warnings.add(
          "Semantic model: %d of %d stimuli have no category; the model predicts the same for all"
                  .formatted(features.without(), stimuli.size())
              + " of them.");
    }
    return new Material.Features(
        CategoryFeatures.NETWORK, CategoryFeatures.LAYER, inputs.put(features.tensor()), stimuli);
  }

  /** What a reader of the results should know. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
