package io.chiasm.contracts.shell.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.tensor.Shape;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** JSON schemas of the wire form, derived from the records themselves. */
final class WireSchema {
  private static final ObjectMapper PLAIN = new ObjectMapper();

  /** Types that are one JSON value rather than an object of their components. */
  private static final Map<Class<?>, Object> VALUES =
      Map.of(
          String.class, Map.of("type", "string"),
          Digest.class, Map.of("type", "string"),
          int.class, integer("int32"),
          Integer.class, integer("int32"),
          long.class, integer("int64"),
          Long.class, integer("int64"),
          double.class, Map.of("type", "number", "format", "double"),
          Double.class, Map.of("type", "number", "format", "double"));

  private static final Map<Class<?>, Object> NAMED_VALUES =
      Map.of(
          ObjectKey.class, Map.of("type", "string"),
          ParticipantId.class, Map.of("type", "string"),
          StimulusId.class, integer("int32"),
          Shape.class, Map.of("type", "array", "items", integer("int64")),
          Regression.class,
              Map.of(
                  "oneOf",
                  List.of(reference(Regression.Ridge.class), reference(Regression.PcaOls.class)),
                  "discriminator",
                  "kind"));

  private static final Map<Class<?>, String> KINDS =
      Map.of(Regression.Ridge.class, "ridge", Regression.PcaOls.class, "pca-ols");

  private final Map<String, Object> schemas = new TreeMap<>();

  private WireSchema() {}

  /** The schemas of these messages and of all that they are made of, by simple name. */
  static JsonNode of(List<? extends Class<?>> messages) {
    WireSchema schema = new WireSchema();
    messages.forEach(schema::add);
    return PLAIN.valueToTree(schema.schemas);
  }

  private void add(Class<?> type) {
    String name = type.getSimpleName();
    if (schemas.containsKey(name)) {
      return;
    }
    if (type.isEnum()) {
      schemas.put(name, Map.of("type", "string", "enum", names(type)));
    } else if (NAMED_VALUES.containsKey(type)) {
      schemas.put(name, NAMED_VALUES.get(type));
      Arrays.stream(sealed(type)).forEach(this::add);
    } else if (type.isRecord()) {
      // The name is taken first, so that records may contain each other.
      schemas.put(name, Map.of());
      schemas.put(name, object(type));
    } else {
      throw new AssertionError("no wire form known for " + type);
    }
  }

  private Map<String, Object> object(Class<?> type) {
    Map<String, Object> properties = new TreeMap<>();
    if (KINDS.containsKey(type)) {
      properties.put("kind", Map.of("type", "string", "const", String.valueOf(KINDS.get(type))));
    }
    for (RecordComponent component : type.getRecordComponents()) {
      properties.put(component.getName(), nullable(component.getAnnotatedType()));
    }
    return Map.of(
        "type",
        "object",
        "properties",
        properties,
        "required",
        List.copyOf(new TreeSet<>(properties.keySet())));
  }

  private Object nullable(AnnotatedType type) {
    Object schema = schema(type);
    return type.isAnnotationPresent(Nullable.class)
        ? Map.of("oneOf", List.of(schema, Map.of("type", "null")))
        : schema;
  }

  private Object schema(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType list) {
      return Map.of("type", "array", "items", schema(list.getAnnotatedActualTypeArguments()[0]));
    }
    Type plain = type.getType();
    Object value = VALUES.get(plain);
    if (value != null) {
      return value;
    }
    add((Class<?>) plain);
    return reference((Class<?>) plain);
  }

  private static Map<String, Object> reference(Class<?> type) {
    return Map.of("$ref", "#/components/schemas/" + type.getSimpleName());
  }

  private static Map<String, Object> integer(String format) {
    return Map.of("type", "integer", "format", format);
  }

  private static List<String> names(Class<?> type) {
    List<String> names = new ArrayList<>();
    for (Object constant : type.getEnumConstants()) {
      names.add(((Enum<?>) constant).name());
    }
    return names;
  }

  private static Class<?>[] sealed(Class<?> type) {
    return type.isSealed() ? type.getPermittedSubclasses() : new Class<?>[0];
  }
}
