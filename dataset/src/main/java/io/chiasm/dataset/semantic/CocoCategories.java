package io.chiasm.dataset.semantic;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * COCO's 80 categories of things and the 12 supercategories they belong to: Lin et al. (2014),
 * doi:10.1007/978-3-319-10602-1_48.
 */
final class CocoCategories {
  private static final Map<String, List<String>> MEMBERS =
      Map.ofEntries(
          Map.entry("person", List.of("person")),
          Map.entry(
              "vehicle",
              List.of("bicycle", "car", "motorcycle", "airplane", "bus", "train", "truck", "boat")),
          Map.entry(
              "outdoor",
              List.of("traffic light", "fire hydrant", "stop sign", "parking meter", "bench")),
          Map.entry(
              "animal",
              List.of(
                  "bird",
                  "cat",
                  "dog",
                  "horse",
                  "sheep",
                  "cow",
                  "elephant",
                  "bear",
                  "zebra",
                  "giraffe")),
          Map.entry("accessory", List.of("backpack", "umbrella", "handbag", "tie", "suitcase")),
          Map.entry(
              "sports",
              List.of(
                  "frisbee",
                  "skis",
                  "snowboard",
                  "sports ball",
                  "kite",
                  "baseball bat",
                  "baseball glove",
                  "skateboard",
                  "surfboard",
                  "tennis racket")),
          Map.entry(
              "kitchen", List.of("bottle", "wine glass", "cup", "fork", "knife", "spoon", "bowl")),
          Map.entry(
              "food",
              List.of(
                  "banana",
                  "apple",
                  "sandwich",
                  "orange",
                  "broccoli",
                  "carrot",
                  "hot dog",
                  "pizza",
                  "donut",
                  "cake")),
          Map.entry(
              "furniture",
              List.of("chair", "couch", "potted plant", "bed", "dining table", "toilet")),
          Map.entry(
              "electronic", List.of("tv", "laptop", "mouse", "remote", "keyboard", "cell phone")),
          Map.entry("appliance", List.of("microwave", "oven", "toaster", "sink", "refrigerator")),
          Map.entry(
              "indoor",
              List.of(
                  "book", "clock", "vase", "scissors", "teddy bear", "hair drier", "toothbrush")));

  private static final Map<String, String> SUPERCATEGORY = inverted();

  private CocoCategories() {}

  /** The supercategory of one of the 80 categories; empty for any other word. */
  static Optional<String> supercategory(String category) {
    return Optional.ofNullable(SUPERCATEGORY.get(category));
  }

  private static Map<String, String> inverted() {
    Map<String, String> inverted = new LinkedHashMap<>();
    MEMBERS.forEach((group, members) -> members.forEach(m -> inverted.put(m, group)));
    return Collections.unmodifiableMap(inverted);
  }
}
