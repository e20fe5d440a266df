package io.chiasm.aggregator.statistics;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network and the untrained ones that it is compared with, in one layer and split.
 *
 * @param untrained one per seed, of the same architecture; not empty
 */
record TrainedPair(Condition trained, List<Condition> untrained) {
  TrainedPair {
    untrained = List.copyOf(untrained);
  }

  static List<TrainedPair> of(Study study, List<Condition> conditions) {
    List<TrainedPair> pairs = new ArrayList<>();
    for (NetworkSpec network : study.networks()) {
      if (network.weights() instanceof Weights.Trained) {
        List<String> others = untrained(study, network);
        conditions.stream()
            .filter(c -> c.network().equals(network.name()))
            .map(c -> new TrainedPair(c, counterparts(c, others, conditions)))
            .filter(pair -> !pair.untrained().isEmpty())
            .forEach(pairs::add);
      }
    }
    return pairs;
  }

  /** {@code trained − untrained}, with the number of seeds if there are several. */
  String label() {
    String other =
        untrained.size() == 1
            ? untrained.get(0).network()
            : "untrained (" + untrained.size() + " seeds)";
    return trained.network() + " − " + other;
  }

  private static List<String> untrained(Study study, NetworkSpec trained) {
    return study.networks().stream()
        .filter(n -> n.weights() instanceof Weights.Untrained)
        .filter(n -> graph(n.source()).equals(graph(trained.source())))
        .map(NetworkSpec::name)
        .toList();
  }

  /** What two networks of one architecture have in common. */
  private static String graph(NetworkSource source) {
    return source instanceof NetworkSource.BuiltIn builtIn
        ? builtIn.architecture()
        : ((NetworkSource.Onnx) source).file().toString();
  }

  private static List<Condition> counterparts(
      Condition trained, List<String> networks, List<Condition> conditions) {
    return conditions.stream()
        .filter(c -> networks.contains(c.network()))
        .filter(c -> c.layer().equals(trained.layer()) && c.split().equals(trained.split()))
        .toList();
  }
}
