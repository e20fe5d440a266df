package io.chiasm.report.comparison;

import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Which name of one study stands for which of another: the same, or the only one that is left on
 * either side. Names that somebody paired are the only ones that count.
 */
final class NamePairs {
  private final String kind;
  private final Map<String, String> pairs = new LinkedHashMap<>();
  private final List<String> onlyA = new ArrayList<>();
  private final List<String> onlyB = new ArrayList<>();

  private NamePairs(String kind) {
    this.kind = kind;
  }

  /**
   * @param kind what is named, such as {@code network}
   * @param wanted names of {@code a} with those of {@code b}; empty to pair by name
   * @param fixed whether a name, among those of its study, means the same everywhere, so that it
   *     stands for no other
   * @throws InputException if a name that is wanted is not there, or is wanted twice
   */
  static NamePairs of(
      String kind,
      Collection<String> a,
      Collection<String> b,
      Map<String, String> wanted,
      BiPredicate<String, Collection<String>> fixed) {
    NamePairs names = new NamePairs(kind);
    Set<String> leftA = new LinkedHashSet<>(a);
    Set<String> leftB = new LinkedHashSet<>(b);
    if (wanted.isEmpty()) {
      leftA.stream().filter(leftB::contains).forEach(name -> names.pairs.put(name, name));
      leftA.removeAll(names.pairs.keySet());
      leftB.removeAll(names.pairs.values());
      names.last(leftA, leftB, name -> fixed.test(name, a), name -> fixed.test(name, b));
      names.onlyA.addAll(leftA);
      names.onlyB.addAll(leftB);
    } else {
      wanted.forEach((one, other) -> names.take(one, other, leftA, leftB));
    }
    return names;
  }

  private void last(
      Set<String> leftA, Set<String> leftB, Predicate<String> fixedA, Predicate<String> fixedB) {
    List<String> freeA = leftA.stream().filter(fixedA.negate()).toList();
    List<String> freeB = leftB.stream().filter(fixedB.negate()).toList();
    if (freeA.size() == 1 && freeB.size() == 1) {
      pairs.put(freeA.get(0), freeB.get(0));
      leftA.remove(freeA.get(0));
      leftB.remove(freeB.get(0));
    }
  }

  private void take(String one, String other, Set<String> leftA, Set<String> leftB) {
    require(leftA, one, "A");
    require(leftB, other, "B");
    pairs.put(one, other);
    leftA.remove(one);
    leftB.remove(other);
  }

  private void require(Set<String> left, String name, String study) {
    if (!left.contains(name)) {
      String possible = left.isEmpty() ? "none is left" : "possible: " + String.join(", ", left);
      throw new InputException(
          "--" + kind + ": " + study + " has no " + kind + " '" + name + "'; " + possible);
    }
  }

  /** The name in the second study that a name of the first stands for. */
  Optional<String> other(String name) {
    return Optional.ofNullable(pairs.get(name));
  }

  /** What a reader should know of these names; empty if all are the same on both sides. */
  List<String> sentences() {
    List<String> sentences = new ArrayList<>();
    pairs.forEach(
        (a, b) -> {
          if (!a.equals(b)) {
            sentences.add("The " + kind + " " + b + " of B is compared with " + a + " of A.");
          }
        });
    onlyA.forEach(name -> sentences.add(leftOut(name, "A")));
    onlyB.forEach(name -> sentences.add(leftOut(name, "B")));
    if (!onlyA.isEmpty() && !onlyB.isEmpty() && !kind.equals("split")) {
      sentences.add(
          "Which of them belong together is not clear from their names; --%s %s=%s compares two."
              .formatted(kind, onlyA.get(0), onlyB.get(0)));
    }
    return sentences;
  }

  private String leftOut(String name, String study) {
    return "The " + kind + " " + name + " of " + study + " has no counterpart: left out.";
  }
}
