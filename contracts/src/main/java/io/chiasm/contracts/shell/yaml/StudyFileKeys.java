package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.InputException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a study file says as keys and texts, for showing two of them side by side: {@code
 * encoding.regression}, {@code networks[trained].weights}. Nothing is checked but that it is YAML,
 * so a study file of another version, or of files that are gone, is read too.
 */
public final class StudyFileKeys {
  private static final String NAME = "name";
  private static final String POSSIBLE = "keys and values";
  private static final int MOST = 100_000;

  private final Map<String, String> texts = new LinkedHashMap<>();

  private StudyFileKeys() {}

  /**
   * Every key of a file with its value, in the file's order; a list of single values is one text.
   *
   * @throws InputException naming the line, if the file is not YAML
   */
  public static Map<String, String> of(Path file) {
    StudyFileKeys keys = new StudyFileKeys();
    keys.add("", YamlText.root(YamlText.read(file), file.toString(), "a study"));
    return Collections.unmodifiableMap(keys.texts);
  }

  private void add(String key, Value value) {
    if (value.isSection()) {
      section(key, value.entries(POSSIBLE));
    } else if (value.isList()) {
      list(key, value.itemsOrNone(MOST, POSSIBLE));
    } else {
      texts.put(key, value.text("a value"));
    }
  }

  private void section(String key, Map<String, Value> entries) {
    entries.forEach((name, value) -> add(key.isEmpty() ? name : key + "." + name, value));
  }

  private void list(String key, List<Value> items) {
    List<String> single = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      if (item.isSection()) {
        item(key, i, item.entries(POSSIBLE));
      } else if (item.isList()) {
        add(key + "[" + i + "]", item);
      } else {
        single.add(item.text("a value"));
      }
    }
    if (!single.isEmpty() || items.isEmpty()) {
      texts.put(key, "[" + String.join(", ", single) + "]");
    }
  }

  /** Known by its name, so that a list may be in another order. */
  private void item(String key, int index, Map<String, Value> entries) {
    Map<String, Value> rest = new LinkedHashMap<>(entries);
    Value name = rest.remove(NAME);
    String place = key + "[" + (name == null ? index : name.text("a name")) + "]";
    section(place, rest);
    if (rest.isEmpty()) {
      texts.put(place, "");
    }
  }
}
