package io.chiasm.dataset.semantic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CategoryFeaturesTest {
  private static final List<StimulusId> STIMULI =
      List.of(new StimulusId(3), new StimulusId(5), new StimulusId(8));

  @Test
  void eachHalfHasTheCategoriesSeenInIt() {
    // Given
    CategoryTable table =
        CategoryTable.read(
            "stimulus,category,left_fraction\n5,dog,0\n5,wug,0.3\n8,cat,1\n99,zebra,1\n", "c.csv");
    // When
    CategoryFeatures features = CategoryFeatures.of(table, STIMULI);
    // Then
    assertThat(features.names()).containsExactly("cat", "dog", "supercategory: animal", "wug");
    assertThat(features.without()).isEqualTo(1);
    assertThat(features.tensor().shape().extents()).containsExactly(3L, 4L, 1L, 2L);
    assertThat(features.tensor().values())
        .containsExactly(
            new float[] {
              0, 0, 0, 0, 0, 0, 0, 0, //
              0, 0, 0, 1, 0, 1, 1, 1, //
              1, 0, 0, 0, 1, 0, 0, 0
            });
  }

  @Test
  void aSupercategoryIsSeenWhereAnyOfItsCategoriesIs() {
    // Given
    CategoryTable table =
        CategoryTable.read("stimulus,category,left_fraction\n5,dog,0\n5,cat,1\n", "c.csv");
    // When
    CategoryFeatures features = CategoryFeatures.of(table, List.of(new StimulusId(5)));
    // Then
    assertThat(features.names()).containsExactly("cat", "dog", "supercategory: animal");
    assertThat(features.tensor().values()).containsExactly(1, 0, 0, 1, 1, 1);
  }

  @Test
  void withoutSharesTheMiddleHoldsAllAndTheHalvesNothing() {
    // Given
    CategoryTable table = CategoryTable.read("stimulus,category\n5,dog\n3,wug\n", "c.csv");
    // When
    CategoryFeatures features = CategoryFeatures.of(table, STIMULI.subList(0, 2));
    // Then
    assertThat(features.names()).containsExactly("dog", "supercategory: animal", "wug");
    assertThat(features.tensor().shape().extents()).containsExactly(2L, 3L, 1L, 3L);
    assertThat(features.tensor().values())
        .containsExactly(0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0);
  }

  @Test
  void categoriesOfOtherStimuliAreRefused() {
    CategoryTable table = CategoryTable.read("stimulus,category\n99,dog\n", "c.csv");
    assertThatThrownBy(() -> CategoryFeatures.of(table, STIMULI))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("c.csv: no row is about any of the study's 3 stimuli")
        .hasMessageContaining("nsd-00003");
  }

  @Test
  void captionsInPlaceOfCategoriesAreRefused() {
    StringBuilder csv = new StringBuilder("stimulus,category\n");
    IntStream.range(0, 1001).forEach(i -> csv.append("5,caption ").append(i).append('\n'));
    CategoryTable table = CategoryTable.read(csv.toString(), "c.csv");
    assertThatThrownBy(() -> CategoryFeatures.of(table, STIMULI))
        .hasMessage("c.csv: found 1001 categories; possible: at most 1000");
  }

  @Test
  void cocoHasEightyCategoriesInTwelveGroups() {
    List<String> things =
        List.of(
            "person",
            "bicycle",
            "car",
            "motorcycle",
            "airplane",
            "bus",
            "train",
            "truck",
            "boat",
            "traffic light",
            "fire hydrant",
            "stop sign",
            "parking meter",
            "bench",
            "bird",
            "cat",
            "dog",
            "horse",
            "sheep",
            "cow",
            "elephant",
            "bear",
            "zebra",
            "giraffe",
            "backpack",
            "umbrella",
            "handbag",
            "tie",
            "suitcase",
            "frisbee",
            "skis",
            "snowboard",
            "sports ball",
            "kite",
            "baseball bat",
            "baseball glove",
            "skateboard",
            "surfboard",
            "tennis racket",
            "bottle",
            "wine glass",
            "cup",
            "fork",
            "knife",
            "spoon",
            "bowl",
            "banana",
            "apple",
            "sandwich",
            "orange",
            "broccoli",
            "carrot",
            "hot dog",
            "pizza",
            "donut",
            "cake",
            "chair",
            "couch",
            "potted plant",
            "bed",
            "dining table",
            "toilet",
            "tv",
            "laptop",
            "mouse",
            "remote",
            "keyboard",
            "cell phone",
            "microwave",
            "oven",
            "toaster",
            "sink",
            "refrigerator",
            "book",
            "clock",
            "vase",
            "scissors",
            "teddy bear",
            "hair drier",
            "toothbrush");
    assertThat(things).hasSize(80).allMatch(t -> CocoCategories.supercategory(t).isPresent());
    assertThat(things.stream().map(t -> CocoCategories.supercategory(t).orElseThrow()).distinct())
        .hasSize(12);
  }
}
