package io.chiasm.report.statistics;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.report.results.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * A trained network and the untrained ones of one kind that it is compared with, in one layer and
 * split.
 *
 * @param control the kind
 * @param untrained one per seed, of the same architecture; not empty
 */
record TrainedPair(Condition trained, Control control, List<Condition> untrained) {
  /** Kinds of untrained networks; each is a control of its own. */
  enum Control {
    UNTRAINED("untrained", Weights.Untrained.class),
    RECALIBRATED("recalibrated", Weights.Recalibrated.class);

    private final String label;
    private final Class<? extends Weights> weights;

    Control(String label, Class<? extends Weights> weights) {
      this.label = label;
      this.weights = weights;
    }
  }

  TrainedPair {
    untrained = List.copyOf(untrained);
  }

  static List<TrainedPair> of(Study study, List<Condition> conditions) {
    List<TrainedPair> pairs = new ArrayList<>();
    for (NetworkSpec network : study.networks()) {
      if (network.weights() instanceof Weights.Trained) {
        for (Control control : Control.values()) {
          addTo(pairs, network, control, networks(study, network, control), conditions);
        }
      }
    }
    return pairs;
  }

  private static void addTo(
      List<TrainedPair> pairs,
      NetworkSpec network,
      Control control,
      List<String> others,
      List<Condition> conditions) {
    conditions.stream()
        .filter(c -> c.network().equals(network.name()))
        .map(c -> new TrainedPair(c, control, counterparts(c, others, conditions)))
        .filter(pair -> !pair.untrained().isEmpty())
        .forEach(pairs::add);
  }

  /** {@code trained − untrained}, with the number of seeds if there are several. */
  String label() {
    String other =
        untrained.size() == 1
            ? untrained.get(0).network()
            : control.label + " (" + untrained.size() + " seeds)";
    return trained.network() + " − " + other;
  }

  private static List<String> networks(Study study, NetworkSpec trained, Control control) {
    return study.networks().stream()
        .filter(n -> control.weights.isInstance(n.weights()))
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
