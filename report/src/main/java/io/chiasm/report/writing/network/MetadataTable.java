package io.chiasm.report.writing.network;

import io.chiasm.contracts.study.Family;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.report.results.LeftOut;
import io.chiasm.report.statistics.AcrossNetworks;
import io.chiasm.report.table.Column;
import io.chiasm.report.table.Table;
import io.chiasm.report.writing.outcome.StudyResults;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code tables/network_metadata.csv} of a study across networks: one row per network, those left
 * out last with the reason. {@code parameters} are the numbers that training learned, counted in
 * the graph that ran.
 */
public final class MetadataTable {
  private final StudyResults results;
  private final Table table =
      new Table(
          Column.text("network"),
          Column.text("family"),
          Column.text("source"),
          Column.number("imagenet_acc1"),
          Column.number("parameters"),
          Column.text("layers"),
          Column.text("used"),
          Column.text("reason"));

  private MetadataTable(StudyResults results) {
    this.results = results;
  }

  /** Whether a study has one: several networks of known accuracy, or one that was left out. */
  public static boolean isOf(StudyResults results) {
    return !results.networks().leftOut().isEmpty()
        || AcrossNetworks.known(results.study()).size() >= AcrossNetworks.LEAST;
  }

  public static Table of(StudyResults results) {
    MetadataTable metadata = new MetadataTable(results);
    results.study().networks().forEach(network -> metadata.row(network, "yes", ""));
    for (LeftOut leftOut : results.networks().leftOut()) {
      metadata.row(leftOut.network(), "no", leftOut.sentence());
    }
    return metadata.table;
  }

  private void row(NetworkSpec network, String used, String reason) {
    Long learned = results.networks().learned().get(network.name());
    Double accuracy = network.imagenetAcc1();
    table.row(
        network.name(),
        Family.of(network),
        NetworksTable.source(network),
        accuracy == null ? Double.NaN : accuracy,
        learned == null ? Double.NaN : (double) learned,
        layers(network.layers()),
        used,
        reason);
  }

  private static String layers(Map<String, String> layers) {
    return layers.entrySet().stream()
        .map(layer -> layer.getKey() + ": " + layer.getValue())
        .collect(Collectors.joining(", "));
  }
}
