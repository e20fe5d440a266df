package io.chiasm.study.shell.importing;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.catalogue.PublishedWeights;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The networks that an entry {@code {catalogue: torchvision}} stands for. */
final class PublishedNetworks {
  private PublishedNetworks() {}

  /**
   * One network per set of published weights in the place of each catalogue, in its order.
   *
   * @throws InputException if another network of the study has the name of one of them
   */
  static List<NetworkSpec> expanded(List<NetworkSpec> networks) {
    List<NetworkSpec> expanded = new ArrayList<>();
    for (NetworkSpec network : networks) {
      if (network.source() instanceof NetworkSource.Published published) {
        Catalogue.all().forEach(weights -> expanded.add(of(network, published, weights)));
      } else {
        expanded.add(network);
      }
    }
    requireUnique(expanded);
    return expanded;
  }

  private static NetworkSpec of(
      NetworkSpec entry, NetworkSource.Published published, PublishedWeights weights) {
    String prefix = entry.name().equals(published.catalogue()) ? "" : entry.name() + "-";
    String name = prefix + weights.architecture() + "-" + weights.weights();
    if (!NetworkSpec.isName(name)) {
      throw new InputException(
          "networks: the name " + name + " is longer than 64 letters; give the catalogue another");
    }
    return new NetworkSpec(
        name,
        new NetworkSource.BuiltIn(weights.architecture(), weights.weights()),
        entry.weights(),
        entry.normalisation(),
        null,
        weights.acc1(),
        entry.layers(),
        entry.details());
  }

  private static void requireUnique(List<NetworkSpec> networks) {
    Set<String> names = new HashSet<>();
    for (NetworkSpec network : networks) {
      if (!names.add(network.name().toLowerCase(Locale.ROOT))) {
        throw new InputException(
            "networks: "
                + network.name()
                + " is a name of the catalogue and of another network; give one of them another");
      }
    }
  }
}
