package io.chiasm.kubernetes;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an expression for Prometheus names. It is read word by word, not understood: promtool does
 * that where there is one.
 *
 * @param selectors metrics with what is asked of their labels
 * @param grouped labels that series are put together or matched by
 * @param made texts given to functions: names of labels that they make, among others
 */
record Expression(List<Selector> selectors, Set<String> grouped, Set<String> made) {
  /** A metric and, by label, the values that it is to have, with how they are compared. */
  record Selector(String metric, Map<String, Wanted> labels) {}

  record Wanted(String how, String value) {}

  private static final Pattern WORD =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|[a-zA-Z_:][\\w:]*|[0-9][\\w.]*|=~|!~|!=|==|>=|<=|\\S");
  private static final Set<String> GROUPING =
      Set.of("by", "without", "on", "ignoring", "group_left", "group_right");
  private static final Set<String> OPERATORS = Set.of("and", "or", "unless", "offset", "bool");

  static Expression of(String text) {
    List<String> words = WORD.matcher(text).results().map(found -> found.group()).toList();
    Expression read =
        new Expression(new ArrayList<>(), new LinkedHashSet<>(), new LinkedHashSet<>());
    int at = 0;
    while (at < words.size()) {
      at = read.take(words, at);
    }
    return read;
  }

  /** Where the next word is that is not read yet. */
  private int take(List<String> words, int at) {
    String word = words.get(at);
    String next = at + 1 < words.size() ? words.get(at + 1) : "";
    if (word.startsWith("\"")) {
      made.add(unquoted(word));
    } else if (GROUPING.contains(word) && next.equals("(")) {
      int end = at + 2 + words.subList(at + 2, words.size()).indexOf(")");
      words.subList(at + 2, end).stream().filter(w -> !w.equals(",")).forEach(grouped::add);
      return end + 1;
    } else if (isName(word) && !next.equals("(") && !GROUPING.contains(next)) {
      return select(words, at);
    }
    return at + 1;
  }

  private static boolean isName(String word) {
    return word.matches("[a-zA-Z_:].*") && !OPERATORS.contains(word) && !GROUPING.contains(word);
  }

  private int select(List<String> words, int at) {
    Map<String, Wanted> labels = new TreeMap<>();
    int next = at + 1;
    if (next < words.size() && words.get(next).equals("{")) {
      next++;
      while (!words.get(next).equals("}")) {
        if (!words.get(next).equals(",")) {
          String value = unquoted(words.get(next + 2));
          labels.put(words.get(next), new Wanted(words.get(next + 1), value));
          next += 2;
        }
        next++;
      }
      next++;
    }
    selectors.add(new Selector(words.get(at), labels));
    return next;
  }

  private static String unquoted(String word) {
    return word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1");
  }
}
