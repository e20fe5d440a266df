package io.chiasm.contracts.shell.json;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ModelWarning;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.util.List;

/** Shared JSON form of messages and documents: plain fields, keys and ids as strings. */
public final class Json {
  private static final int LONGEST_STRING = 64 << 20;
  private static final int DEEPEST = 64;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          // A newer sender may say more.
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .annotationIntrospector(new NullsRefused())
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.GETTER, Visibility.NONE)
          .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
          .addMixIn(ObjectKey.class, ValueForm.class)
          .addMixIn(Digest.class, ValueForm.class)
          .addMixIn(ParticipantId.class, ValueForm.class)
          .addMixIn(StimulusId.class, NumberForm.class)
          .addMixIn(Shape.class, ShapeForm.class)
          .addMixIn(Regression.class, RegressionForm.class)
          .addMixIn(ModelWarning.class, WarningForm.class)
          .build();

  static {
    MAPPER
        .getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(DEEPEST)
                .maxStringLength(LONGEST_STRING)
                .build());
  }

  private Json() {}

  /** The value as UTF-8 JSON; equal values give equal bytes. */
  public static byte[] write(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot write " + value.getClass() + " as JSON", e);
    }
  }

  /**
   * Reads a value.
   *
   * @param source named in errors
   * @throws InputException if the bytes are not JSON of that form
   */
  public static <T> T read(byte[] json, Class<T> type, String source) {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new InputException(source + ": not a " + type.getSimpleName() + ": null");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new InputException(
          source + ": not a " + type.getSimpleName() + ": " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      // Bytes in memory do not fail; these are of no encoding that JSON has.
      throw new InputException(
          source + ": not a " + type.getSimpleName() + ": not UTF-8 text: " + e.getMessage(), e);
    }
  }

  abstract static class ValueForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ValueForm(String value) {}

    @JsonValue
    abstract String value();
  }

  abstract static class NumberForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    NumberForm(int number) {}

    @JsonValue
    abstract int number();
  }

  abstract static class ShapeForm {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    ShapeForm(List<Long> extents) {}

    @JsonValue
    abstract List<Long> extents();
  }

  /** Documents in a store may be older than kinds of warnings and hold sentences alone. */
  abstract static class WarningForm {
    @JsonCreator(mode = JsonCreator.Mode.PROPERTIES)
    WarningForm(
        @JsonProperty("kind") ModelWarning.Kind kind,
        @JsonProperty("model") String model,
        @JsonProperty("count") int count,
        @JsonProperty("of") int of,
        @JsonProperty("sentence") String sentence) {}

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ModelWarning of(String sentence) {
      throw new UnsupportedOperationException(sentence);
    }
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = Regression.Ridge.class, name = "ridge"),
    @JsonSubTypes.Type(value = Regression.PcaOls.class, name = "pca-ols")
  })
  interface RegressionForm {}
}
