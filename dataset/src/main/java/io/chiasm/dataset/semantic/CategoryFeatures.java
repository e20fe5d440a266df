package io.chiasm.dataset.semantic;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The categories of a study's stimuli as if they were a layer's activations, so that everything
 * downstream of a network works on them unchanged.
 *
 * <p>A feature is 1 where its category can be seen and 0 elsewhere. COCO's supercategories are
 * features beside its categories. With the share of a category left of the midline there are two
 * columns, what can be seen in the left half and what in the right; without it three, of which the
 * halves are empty and the middle one holds all, so that only a full model predicts anything.
 */
public final class CategoryFeatures {
  /** As a network in tables, figures and paths. */
  public static final String NETWORK = "semantic";

  /** As the layer, and as its tensor. */
  public static final String LAYER = "categories";

  /** COCO has 80; many more would be captions, not categories. */
  private static final int MOST = 1000;

  private final FloatTensor tensor;
  private final List<String> names;
  private final int without;

  private CategoryFeatures(FloatTensor tensor, List<String> names, int without) {
    this.tensor = tensor;
    this.names = names;
    this.without = without;
  }

  /**
   * The features of these stimuli.
   *
   * @throws InputException if none of them shows any category, or there are too many categories
   */
  public static CategoryFeatures of(Categories categories, List<StimulusId> stimuli) {
    List<Map<String, Visibility>> seen = stimuli.stream().map(s -> seen(categories, s)).toList();
    List<String> names = names(categories, stimuli, seen);
    Map<String, Integer> channels = new HashMap<>();
    names.forEach(name -> channels.put(name, channels.size()));
    int columns = categories.sided() ? 2 : 3;
    FloatTensor tensor = FloatTensor.zeros(stimuli.size(), names.size(), 1, columns);
    for (int row = 0; row < seen.size(); row++) {
      int first = row * names.size() * columns;
      for (Map.Entry<String, Visibility> one : seen.get(row).entrySet()) {
        int at = first + channels.getOrDefault(one.getKey(), 0) * columns;
        fill(tensor.values(), at, columns, one.getValue());
      }
    }
    int without = (int) seen.stream().filter(Map::isEmpty).count();
    return new CategoryFeatures(tensor, names, without);
  }

  /** {@code [stimulus, category, 1, column]}, columns left and right or left, middle and right. */
  public FloatTensor tensor() {
    return tensor;
  }

  /** Names of the features, in the order of the tensor's second axis. */
  public List<String> names() {
    return names;
  }

  /** Number of stimuli that show no category. */
  public int without() {
    return without;
  }

  private static void fill(float[] values, int at, int columns, Visibility visibility) {
    if (columns == 3) {
      values[at + 1] = 1;
    } else {
      values[at] = visibility.left() ? 1 : 0;
      values[at + 1] = visibility.right() ? 1 : 0;
    }
  }

  /** Categories by name, and COCO's supercategories by {@code supercategory: name}. */
  private static Map<String, Visibility> seen(Categories categories, StimulusId stimulus) {
    Map<String, Visibility> seen = new TreeMap<>(categories.of(stimulus));
    categories
        .of(stimulus)
        .forEach(
            (category, visibility) ->
                CocoCategories.supercategory(category)
                    .ifPresent(
                        group ->
                            seen.merge("supercategory: " + group, visibility, Visibility::or)));
    return seen;
  }

  private static List<String> names(
      Categories categories, List<StimulusId> stimuli, List<Map<String, Visibility>> seen) {
    TreeSet<String> names = new TreeSet<>();
    seen.forEach(one -> names.addAll(one.keySet()));
    if (names.isEmpty()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s: no row is about any of the study's %d stimuli (the first is %s); possible:"
                  + " stimuli by the data set's own numbers",
              categories.source(),
              stimuli.size(),
              stimuli.get(0)));
    }
    if (names.size() > MOST) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "%s: found %d categories; possible: at most %d",
              categories.source(),
              names.size(),
              MOST));
    }
    return List.copyOf(new ArrayList<>(names));
  }
}
