package io.chiasm.report.comparison;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.ConditionPair;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.StudyScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Which conditions of two studies belong together: network, layer and split stand for each other by
 * their names; tensor and regression do not count, they may be what is compared.
 */
final class Pairing {
  private static final List<String> FEATURES =
      List.of(SplitName.FEATURES.label(), SplitName.JOINT.label());

  private final List<ConditionPair> pairs = new ArrayList<>();
  private final List<String> sentences = new ArrayList<>();

  /**
   * @param networks wanted pairs of networks; empty for those of the same name
   * @param layers wanted pairs of layers
   * @throws InputException if no condition of the one belongs to one of the other
   */
  Pairing(StudyScores a, StudyScores b, Map<String, String> networks, Map<String, String> layers) {
    NamePairs byNetwork = names("network", a, b, Condition::network, networks);
    NamePairs byLayer = names("layer", a, b, Condition::layer, layers);
    NamePairs bySplit = names("split", a, b, Condition::split, Map.of());
    for (Condition one : a.conditions()) {
      b.conditions().stream()
          .filter(other -> same(byNetwork, one.network(), other.network()))
          .filter(other -> same(byLayer, one.layer(), other.layer()))
          .filter(other -> same(bySplit, one.split(), other.split()))
          .findFirst()
          .ifPresent(other -> pairs.add(new ConditionPair(one, other)));
    }
    if (pairs.isEmpty()) {
      throw new InputException(
          "nothing to compare: A has "
              + described(a)
              + "; B has "
              + described(b)
              + "; --network A=B and --layer A=B say which belong together");
    }
    List.of(byNetwork, byLayer, bySplit).forEach(names -> sentences.addAll(names.sentences()));
    sentences.addAll(incomplete(a));
  }

  private static NamePairs names(
      String kind,
      StudyScores a,
      StudyScores b,
      Function<Condition, String> name,
      Map<String, String> wanted) {
    return NamePairs.of(
        kind,
        a.conditions().stream().map(name).distinct().toList(),
        b.conditions().stream().map(name).distinct().toList(),
        wanted,
        (one, all) -> kind.equals("split") && isControl(one, all));
  }

  /** Some splits are controls of a study that splits feature maps, and other studies' own. */
  private static boolean isControl(String split, Collection<String> ofStudy) {
    boolean ofFeatures = FEATURES.stream().anyMatch(ofStudy::contains);
    return Arrays.stream(SplitSpec.Control.values())
        .filter(control -> StudyOrder.label(control).equals(split))
        .anyMatch(
            control ->
                ofFeatures || Arrays.stream(SplitSpec.At.values()).noneMatch(control::repeats));
  }

  private static boolean same(NamePairs names, String one, String other) {
    return names.other(one).filter(other::equals).isPresent();
  }

  /** Conditions of names that have counterparts, which are missing themselves. */
  private List<String> incomplete(StudyScores a) {
    List<String> networks = pairs.stream().map(pair -> pair.a().network()).distinct().toList();
    List<String> layers = pairs.stream().map(pair -> pair.a().layer()).distinct().toList();
    List<String> splits = pairs.stream().map(pair -> pair.a().split()).distinct().toList();
    return a.conditions().stream()
        .filter(c -> pairs.stream().noneMatch(pair -> pair.a().equals(c)))
        .filter(c -> networks.contains(c.network()) && layers.contains(c.layer()))
        .filter(c -> splits.contains(c.split()))
        .map(c -> c + " of A has no counterpart in B: left out.")
        .toList();
  }

  private static String described(StudyScores scores) {
    return "networks %s, layers %s, splits %s"
        .formatted(
            listed(scores, Condition::network),
            listed(scores, Condition::layer),
            listed(scores, Condition::split));
  }

  private static String listed(StudyScores scores, Function<Condition, String> name) {
    return String.join(", ", scores.conditions().stream().map(name).distinct().toList());
  }

  /** In the first study's order; not empty. */
  List<ConditionPair> pairs() {
    return List.copyOf(pairs);
  }

  /** Networks of the first study with those of the second that they are compared with. */
  Map<String, String> networks() {
    Map<String, String> networks = new LinkedHashMap<>();
    pairs.forEach(pair -> networks.put(pair.a().network(), pair.b().network()));
    return networks;
  }

  /** What is compared under two names, and what was left out. */
  List<String> sentences() {
    return List.copyOf(sentences);
  }
}
