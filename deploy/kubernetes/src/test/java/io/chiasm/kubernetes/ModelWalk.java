package io.chiasm.kubernetes;

import com.google.gson.annotations.SerializedName;
import io.kubernetes.client.custom.IntOrString;
import io.kubernetes.client.custom.Quantity;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Compares a manifest with the API's own model: no unknown field, nothing missing that is required,
 * and each value of its field's type as the API server takes it, where a number in quotes is none.
 */
final class ModelWalk {
  private static final Pattern QUANTITY =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([KMGTPE]i|[numkMGTPE]|[eE][+-]?\\d+)?");

  private final List<String> broken = new ArrayList<>();

  private ModelWalk() {}

  static List<String> broken(Node node, Class<?> model) {
    ModelWalk walk = new ModelWalk();
    walk.look(node, model);
    return walk.broken;
  }

  private void look(Node node, Type type) {
    if (type instanceof ParameterizedType generic) {
      lookInside(node, generic);
    } else if (type == String.class) {
      require(node, node.value() instanceof String, "must be text: quote it");
    } else if (type == Integer.class || type == Long.class) {
      require(node, node.value() instanceof Integer, "must be a number without quotes");
    } else if (type == Boolean.class) {
      require(node, node.value() instanceof Boolean, "must be true or false without quotes");
    } else if (type == IntOrString.class) {
      require(node, scalar(node), "must be a number or text");
    } else if (type == Quantity.class) {
      require(
          node, scalar(node) && QUANTITY.matcher(node.text()).matches(), "is no quantity like 2Gi");
    } else if (type instanceof Class<?> model && type != Object.class) {
      lookAtFields(node, model);
    }
  }

  private static boolean scalar(Node node) {
    return node.value() instanceof String || node.value() instanceof Number;
  }

  private void lookInside(Node node, ParameterizedType type) {
    Type[] arguments = type.getActualTypeArguments();
    if (Collection.class.isAssignableFrom((Class<?>) type.getRawType())) {
      require(node, node.value() instanceof List, "must be a list");
      node.items().forEach(item -> look(item, arguments[0]));
    } else {
      require(node, node.value() instanceof Map, "must be a map");
      node.keys().forEach(key -> look(node.key(key), arguments[1]));
    }
  }

  private void lookAtFields(Node node, Class<?> model) {
    if (!(node.value() instanceof Map)) {
      require(node, false, "must be a map");
      return;
    }
    Map<String, Type> fields = fields(model);
    for (String key : node.keys()) {
      Type type = fields.get(key);
      if (type == null) {
        require(node.key(key), false, "is no field of " + model.getSimpleName());
      } else {
        look(node.key(key), type);
      }
    }
    required(model)
        .forEach(name -> require(node.key(name), node.key(name).exists(), "is required"));
  }

  private static Map<String, Type> fields(Class<?> model) {
    Map<String, Type> fields = new HashMap<>();
    for (Field field : model.getDeclaredFields()) {
      SerializedName name = field.getAnnotation(SerializedName.class);
      if (name != null) {
        fields.put(name.value(), field.getGenericType());
      }
    }
    return fields;
  }

  private static Collection<String> required(Class<?> model) {
    try {
      Object names = model.getField("openapiRequiredFields").get(null);
      return ((Collection<?>) names).stream().map(String::valueOf).toList();
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(model + " is not a model of the API", e);
    }
  }

  private void require(Node node, boolean holds, String words) {
    if (!holds) {
      broken.add(node.path() + " " + words);
    }
  }
}
