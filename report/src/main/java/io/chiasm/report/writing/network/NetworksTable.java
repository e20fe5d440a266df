package io.chiasm.report.writing.network;

import io.chiasm.contracts.study.Epoch;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import io.chiasm.report.writing.outcome.Provenance;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/**
 * {@code tables/networks.csv}: one row per network of the study, to be joined with the others by
 * {@code network}. {@code source} is the architecture or the ONNX file's name. {@code seed} is that
 * of weights that were drawn, {@code epoch} that of a checkpoint ({@link Epoch}), {@code
 * parameters} the numbers that training learns in the architecture with its 1000 classes; NaN where
 * there is none or it is not known.
 */
public final class NetworksTable {
  private NetworksTable() {}

  public static Table of(Study study, Provenance provenance) {
    Table table =
        new Table(
            Column.text("network"),
            Column.text("source"),
            Column.text("weights"),
            Column.number("seed"),
            Column.number("epoch"),
            Column.number("imagenet_acc1"),
            Column.number("parameters"),
            Column.text("sha256"));
    Map<String, String> digests =
        provenance.networks().stream()
            .collect(Collectors.toMap(Provenance.Network::name, Provenance.Network::sha256));
    for (NetworkSpec network : study.networks()) {
      OptionalLong epoch = Epoch.of(network);
      OptionalLong seed = network.weights().drawnFrom();
      Double accuracy = network.imagenetAcc1();
      table.row(
          network.name(),
          source(network),
          weights(network),
          seed.isPresent() ? (double) seed.getAsLong() : Double.NaN,
          epoch.isPresent() ? (double) epoch.getAsLong() : Double.NaN,
          accuracy == null ? Double.NaN : accuracy,
          parameters(network),
          digests.getOrDefault(network.name(), ""));
    }
    return table;
  }

  /** The architecture, or the file's name. */
  static String source(NetworkSpec network) {
    return network.source() instanceof NetworkSource.BuiltIn builtIn
        ? builtIn.architecture()
        : String.valueOf(((NetworkSource.Onnx) network.source()).file().getFileName());
  }

  private static String weights(NetworkSpec network) {
    if (network.weights() instanceof Weights.Untrained) {
      return "untrained";
    }
    if (network.weights() instanceof Weights.Recalibrated recalibrated) {
      return recalibrated.label();
    }
    return network.source() instanceof NetworkSource.BuiltIn builtIn
        ? name(builtIn) + (builtIn.set().isEmpty() ? "" : "#" + builtIn.set())
        : "trained";
  }

  /** A file's place says nothing of its weights, and differs where it was sent along. */
  private static String name(NetworkSource.BuiltIn source) {
    String weights = source.weights();
    return source.hasFile() ? weights.substring(weights.lastIndexOf('/') + 1) : weights;
  }

  private static double parameters(NetworkSpec network) {
    if (!(network.source() instanceof NetworkSource.BuiltIn builtIn)) {
      return Double.NaN;
    }
    return Catalogue.of(builtIn.architecture()).stream()
        .mapToDouble(w -> w.parameters())
        .findFirst()
        .orElse(Double.NaN);
  }
}
