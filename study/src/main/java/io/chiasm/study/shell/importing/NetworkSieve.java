package io.chiasm.study.shell.importing;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.report.results.LeftOut;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Parts the networks that a study can use from those that it can do without. */
final class NetworkSieve {
  private final List<LeftOut> leftOut = new ArrayList<>();

  /**
   * What is made of each network that can be used.
   *
   * @throws InputException of a network that the study needs, or if none can be used
   */
  <T> List<T> kept(List<NetworkSpec> networks, Function<NetworkSpec, T> use) {
    List<T> kept = new ArrayList<>();
    networks.forEach(network -> kept(network, use).ifPresent(kept::add));
    if (kept.isEmpty()) {
      throw new InputException(
          "none of the study's networks can be used: "
              + leftOut.stream().map(LeftOut::sentence).collect(Collectors.joining("; ")));
    }
    return kept;
  }

  private <T> Optional<T> kept(NetworkSpec network, Function<NetworkSpec, T> use) {
    try {
      return Optional.of(use.apply(network));
    } catch (InputException e) {
      if (!network.details().optional()) {
        throw e;
      }
      leftOut.add(new LeftOut(network, String.valueOf(e.getMessage())));
      return Optional.empty();
    }
  }

  /** Networks that are gone on without, in the study's order. */
  List<LeftOut> leftOut() {
    return List.copyOf(leftOut);
  }
}
