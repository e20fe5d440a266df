package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.dataset.semantic.Categories;
import io.chiasm.dataset.semantic.CategoryFeatures;
import io.chiasm.dataset.semantic.CategoryTable;
import io.chiasm.dataset.semantic.CroppedCategories;
import io.chiasm.dataset.semantic.NsdStimuli;
import io.chiasm.dataset.shell.semantic.CocoFile;
import io.chiasm.study.plan.Material;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Brings the categories of a study's stimuli into the store, if it has a semantic model. */
final class SemanticImport {
  private static final long LARGEST_FILE = 64L << 20;

  private final Optional<Categories> categories;
  private final List<String> warnings = new ArrayList<>();

  private SemanticImport(Optional<Categories> categories) {
    this.categories = categories;
  }

  /**
   * Reads the categories.
   *
   * @throws InputException if a file is wrong, or a network has the semantic model's name
   */
  static SemanticImport of(Study study) {
    SemanticSpec spec = study.semantic();
    if (spec == null) {
      return new SemanticImport(Optional.empty());
    }
    if (study.networks().stream()
        .anyMatch(n -> n.name().equalsIgnoreCase(CategoryFeatures.NETWORK))) {
      throw new InputException(
          "networks: a network is named '"
              + CategoryFeatures.NETWORK
              + "', which names the semantic model in the results; give it another name");
    }
    return new SemanticImport(Optional.of(read(spec)));
  }

  private static Categories read(SemanticSpec spec) {
    if (spec instanceof SemanticSpec.CategoryFile table) {
      return CategoryTable.read(
          InputText.read(table.file(), LARGEST_FILE), table.file().toString());
    }
    if (spec instanceof SemanticSpec.CroppedCoco cropped) {
      NsdStimuli stimuli =
          NsdStimuli.read(
              InputText.read(cropped.stimuli(), LARGEST_FILE), cropped.stimuli().toString());
      return new CroppedCategories(stimuli, CocoFile.read(cropped.annotations(), stimuli::uses));
    }
    throw new IllegalArgumentException("unknown categories " + spec);
  }

  /**
   * Whether the categories are of these stimuli.
   *
   * @throws InputException if they are not
   */
  void check(List<StimulusId> stimuli) {
    categories.ifPresent(found -> CategoryFeatures.of(found, stimuli));
  }

  /**
   * The features of these stimuli, in the store.
   *
   * @throws InputException if the categories are not of these stimuli
   */
  List<Material.Features> bringIn(InputTensors inputs, List<StimulusId> stimuli) {
    return categories.map(found -> bringIn(found, inputs, stimuli)).stream().toList();
  }

  /**
   * The features of these stimuli under names that stand for them, nothing stored.
   *
   * @throws InputException if the categories are not of these stimuli
   */
  List<Material.Features> looked(List<StimulusId> stimuli) {
    return categories
        .map(found -> CategoryFeatures.of(found, stimuli).tensor().shape())
        .map(shape -> ProspectReading.tensor("features", shape, ElementType.FLOAT32, Float.BYTES))
        .map(ref -> feature(ref, stimuli))
        .stream()
        .toList();
  }

  private static Material.Features feature(TensorRef ref, List<StimulusId> stimuli) {
    return new Material.Features(CategoryFeatures.NETWORK, CategoryFeatures.LAYER, ref, stimuli);
  }

  private Material.Features bringIn(
      Categories found, InputTensors inputs, List<StimulusId> stimuli) {
    CategoryFeatures features = CategoryFeatures.of(found, stimuli);
    if (!found.sided()) {
      warnings.add(
          "Semantic model: the categories have no left_fraction, so only the full model predicts;"
              + " its contralateral and ipsilateral scores are missing.");
    }
    if (features.without() > 0) {
      warnings.add(
          String.format(
                  Locale.ROOT,
                  "Semantic model: %d of %d stimuli have no category; the model predicts the same"
                      + " for all",
                  features.without(),
                  stimuli.size())
              + " of them.");
    }
    return feature(inputs.put(features.tensor()), stimuli);
  }

  /** What a reader of the results should know. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }
}
