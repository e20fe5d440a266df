package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Labelled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.DoublePredicate;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** A value of the file with its place, read as what the reader expects or refused. */
final class Value {
  private static final Set<String> NOTHING = Set.of("", "~", "null", "Null", "NULL");
  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}");
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
  private static final int LONGEST_TEXT = 4096;

  private final Node node;
  private final Place place;

  Value(Node node, Place place) {
    this.node = node;
    this.place = place;
  }

  Place place() {
    return place;
  }

  /** The error that this is not what is possible here. */
  InputException not(String possible) {
    return place.wrong("found " + described(), possible);
  }

  boolean isSection() {
    return node instanceof MappingNode;
  }

  boolean isList() {
    return node instanceof SequenceNode;
  }

  /** Whether this is exactly the word. */
  boolean is(String word) {
    return node instanceof ScalarNode scalar && scalar.getValue().equals(word);
  }

  /** Any single value, taken literally: {@code 495} and {@code "495"} are the same text. */
  String text(String possible) {
    if (!(node instanceof ScalarNode scalar)
        || nothing(scalar)
        || scalar.getValue().isBlank()
        || scalar.getValue().length() > LONGEST_TEXT
        || !scalar.getValue().codePoints().allMatch(Value::isCharacter)) {
      throw not(possible);
    }
    return scalar.getValue();
  }

  String text(Predicate<String> form, String possible) {
    String text = text(possible);
    if (!form.test(text)) {
      throw not(possible);
    }
    return text;
  }

  /** One of these words. */
  String choice(List<String> words) {
    String possible = String.join(", ", words);
    String text = text(possible);
    if (words.contains(text)) {
      return text;
    }
    throw Suggestion.of(text, words)
        .map(
            w ->
                place.saying(
                    "found " + described() + "; did you mean '" + w + "'? Possible: " + possible))
        .orElseGet(() -> not(possible));
  }

  /** The constant with this label. */
  <E extends Enum<E> & Labelled> E choice(Class<E> type) {
    List<E> constants = Arrays.asList(type.getEnumConstants());
    String label = choice(constants.stream().map(Labelled::label).toList());
    return constants.stream().filter(c -> c.label().equals(label)).findFirst().orElseThrow();
  }

  /** {@code true} or {@code false}. */
  boolean isTrue() {
    return choice(List.of("true", "false")).equals("true");
  }

  long wholeNumber(long least, long most) {
    String possible = "a whole number from " + least + " to " + most;
    String text = plain(possible);
    if (!WHOLE.matcher(text).matches()) {
      throw not(possible);
    }
    long number = Long.parseLong(text);
    if (number < least || number > most) {
      throw not(possible);
    }
    return number;
  }

  double number(DoublePredicate range, String possible) {
    String text = plain(possible);
    if (!NUMBER.matcher(text).matches() || !range.test(Double.parseDouble(text))) {
      throw not(possible);
    }
    return Double.parseDouble(text);
  }

  /** The values of a list that is not empty. */
  List<Value> items(int most, String possible) {
    List<Value> items = itemsOrNone(most, possible);
    if (items.isEmpty()) {
      throw not(possible);
    }
    return items;
  }

  /** The values of a list. */
  List<Value> itemsOrNone(int most, String possible) {
    if (!(node instanceof SequenceNode list)) {
      throw not(possible);
    }
    if (list.getValue().size() > most) {
      throw place.wrong("found " + list.getValue().size() + " values", "at most " + most);
    }
    List<Value> items = new ArrayList<>();
    for (Node item : list.getValue()) {
      items.add(new Value(item, at(item, place.key() + "[" + items.size() + "]")));
    }
    return items;
  }

  /** The values of a section by key, in the file's order. */
  Map<String, Value> entries(String possible) {
    if (!(node instanceof MappingNode mapping)) {
      throw not(possible);
    }
    Map<String, Value> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      Node keyNode = tuple.getKeyNode();
      if (!(keyNode instanceof ScalarNode key)) {
        throw at(keyNode, place.key()).wrong("found " + described(keyNode) + " as a key", possible);
      }
      // A value's line is its key's: that is where one looks for it.
      Value value = new Value(tuple.getValueNode(), at(key, below(Quote.shown(key.getValue()))));
      Value first = entries.putIfAbsent(key.getValue(), value);
      if (first != null) {
        throw value.place.wrong("found again after line " + first.place.line(), "each key once");
      }
    }
    return entries;
  }

  /** A section with some of these keys. */
  Section section(List<String> keys) {
    return new Section(place, entries("a section with the keys " + String.join(", ", keys)), keys);
  }

  private String plain(String possible) {
    if (!(node instanceof ScalarNode scalar) || !scalar.isPlain()) {
      throw not(possible);
    }
    return scalar.getValue();
  }

  private String below(String key) {
    return place.key().isEmpty() ? key : place.key() + "." + key;
  }

  private Place at(Node where, String key) {
    return where
        .getStartMark()
        .map(m -> new Place(place.source(), m.getLine() + 1, m.getColumn() + 1, key))
        .orElse(place);
  }

  private String described() {
    return described(node);
  }

  private static String described(Node node) {
    if (node instanceof MappingNode) {
      return "a section";
    }
    if (node instanceof SequenceNode list) {
      return list.getValue().isEmpty() ? "an empty list" : "a list";
    }
    ScalarNode scalar = (ScalarNode) node;
    return nothing(scalar) ? "nothing" : Quote.of(scalar.getValue());
  }

  /** Escapes can make control characters and halves of characters. */
  private static boolean isCharacter(int codePoint) {
    return !Character.isISOControl(codePoint)
        && Character.getType(codePoint) != Character.SURROGATE;
  }

  private static boolean nothing(ScalarNode scalar) {
    return scalar.isPlain() && NOTHING.contains(scalar.getValue());
  }
}
