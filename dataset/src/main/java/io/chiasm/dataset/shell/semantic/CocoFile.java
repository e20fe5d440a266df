package io.chiasm.dataset.shell.semantic;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.dataset.semantic.CocoInstances;
import io.chiasm.dataset.semantic.PixelBox;
import io.chiasm.dataset.semantic.PixelSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * A file of COCO's instance annotations, such as {@code instances_train2017.json}. It is read one
 * object at a time and only photographs that are wanted are kept, so that the file's 450 MB are
 * never in memory.
 */
public final class CocoFile {
  /** COCO has 860,001 in its largest file. */
  private static final int MOST_BOXES = 10_000_000;

  private static final Set<String> LISTS = Set.of("images", "annotations", "categories");
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .build())
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();
  private static final ObjectReader PHOTOGRAPH = MAPPER.readerFor(Photograph.class);
  private static final ObjectReader ANNOTATION = MAPPER.readerFor(Annotation.class);
  private static final ObjectReader CATEGORY = MAPPER.readerFor(Category.class);

  private final Path file;
  private final IntPredicate wanted;
  private final CocoInstances instances;
  private int boxes;

  private CocoFile(Path file, IntPredicate wanted, CocoInstances instances) {
    this.file = file;
    this.wanted = wanted;
    this.instances = instances;
  }

  private record Photograph(
      @JsonProperty("id") int id,
      @JsonProperty("width") int width,
      @JsonProperty("height") int height) {}

  private record Annotation(
      @JsonProperty("image_id") int photograph,
      @JsonProperty("category_id") int category,
      @JsonProperty("bbox") List<Double> box) {}

  private record Category(@JsonProperty("id") int id, @JsonProperty("name") String name) {}

  /**
   * Reads annotation files.
   *
   * @param wanted numbers of the photographs to keep
   * @throws InputException naming file and line, and what was found
   */
  public static CocoInstances read(List<Path> files, IntPredicate wanted) {
    CocoInstances instances = new CocoInstances();
    files.forEach(file -> new CocoFile(file, wanted, instances).read());
    instances
        .unnamedCategory()
        .ifPresent(
            id -> {
              throw new InputException(
                  files.get(0)
                      + ": boxes are of category "
                      + id
                      + ", which has no name in the file");
            });
    return instances;
  }

  private void read() {
    Set<String> found = new HashSet<>();
    try (JsonParser json = MAPPER.getFactory().createParser(Files.newInputStream(file))) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw notAnnotations("found no JSON object");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        found.add(json.currentName());
        list(json, json.currentName());
      }
    } catch (JacksonException e) {
      throw notAnnotations(words(e));
    } catch (IllegalArgumentException e) {
      throw notAnnotations(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    if (!found.containsAll(LISTS)) {
      throw notAnnotations("found only " + found);
    }
  }

  private static String words(JacksonException e) {
    // What follows a semicolon is Jackson's advice to programmers.
    String message = e.getOriginalMessage().split(";", 2)[0];
    JsonLocation location = e.getLocation();
    return location == null ? message : "line " + location.getLineNr() + ": " + message;
  }

  private void list(JsonParser json, String name) throws IOException {
    JsonToken start = json.nextToken();
    if (!LISTS.contains(name)) {
      json.skipChildren();
      return;
    }
    if (start != JsonToken.START_ARRAY) {
      throw notAnnotations("'" + name + "' is no list");
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      if (json.currentToken() == JsonToken.VALUE_NULL) {
        throw notAnnotations("'" + name + "' holds null");
      }
      switch (name) {
        case "images" -> add(PHOTOGRAPH.<Photograph>readValue(json));
        case "annotations" -> add(ANNOTATION.<Annotation>readValue(json));
        default -> add(CATEGORY.<Category>readValue(json));
      }
    }
  }

  private void add(Photograph photograph) {
    if (wanted.test(photograph.id())) {
      instances.addPhotograph(
          photograph.id(), new PixelSize(photograph.width(), photograph.height()));
    }
  }

  private void add(Category category) {
    instances.addCategory(category.id(), category.name());
  }

  private void add(Annotation annotation) {
    if (!wanted.test(annotation.photograph())) {
      return;
    }
    List<Double> box = annotation.box();
    if (box.size() != 4 || box.contains(null)) {
      throw notAnnotations(
          "a bbox has " + box.stream().filter(Objects::nonNull).count() + " numbers");
    }
    boxes++;
    if (boxes > MOST_BOXES) {
      throw notAnnotations("more than " + MOST_BOXES + " boxes");
    }
    instances.addInstance(
        annotation.photograph(),
        annotation.category(),
        new PixelBox(box.get(0), box.get(1), box.get(2), box.get(3)));
  }

  private InputException notAnnotations(String found) {
    return new InputException(
        file
            + ": "
            + found
            + "; possible: COCO's instances_train2017.json or the like, with images"
            + " (id, width, height), annotations (image_id, category_id, bbox) and categories"
            + " (id, name)");
  }
}
