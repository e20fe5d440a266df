package io.chiasm.kubernetes;

import io.chiasm.kubernetes.Expression.Selector;
import io.chiasm.kubernetes.Expression.Wanted;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Expressions ask for metrics, labels and values that there are. */
final class MetricRules {
  /** What Prometheus gives a target, whichever metric it is. */
  private static final Set<String> OF_TARGETS =
      Set.of("job", "instance", "service", "namespace", "pod", "container");

  private static final MetricsPage PAGE = MetricsPage.read();

  private MetricRules() {}

  /** What is wrong with an expression, each with the place where it stands. */
  static List<String> broken(String place, String text) {
    Expression expression = Expression.of(text);
    List<String> broken = new ArrayList<>();
    Set<String> known = new TreeSet<>(OF_TARGETS);
    known.addAll(expression.made());
    for (Selector selector : expression.selectors()) {
      Set<String> labels = PAGE.labels().get(selector.metric());
      if (labels == null) {
        broken.add(place + ": no metric " + selector.metric());
      } else {
        known.addAll(labels);
        selector.labels().forEach((label, wanted) -> check(selector, label, wanted, broken));
      }
    }
    expression.grouped().stream()
        .filter(label -> !known.contains(label))
        .forEach(label -> broken.add(place + ": no metric here has the label " + label));
    return broken;
  }

  private static void check(Selector selector, String label, Wanted wanted, List<String> broken) {
    if (OF_TARGETS.contains(label)) {
      return;
    }
    Map<String, Set<String>> all = PAGE.labels();
    if (!all.getOrDefault(selector.metric(), Set.of()).contains(label)) {
      broken.add(selector.metric() + " has no label " + label);
    } else if (selector.metric().startsWith("chiasm_")) {
      Arrays.stream(wanted.value().split("\\|", -1))
          .filter(value -> value.matches("[a-z-]+") && !PAGE.words().contains(value))
          .forEach(value -> broken.add(selector.metric() + ": no " + label + " is " + value));
    }
  }
}
