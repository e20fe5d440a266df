package io.chiasm.report.statistics;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/**
 * The tests that one panel of a figure shows: one contrast in every ROI.
 *
 * @param values by ROI, in order, and participant
 */
record Panel(Subject subject, Map<Roi, Map<ParticipantId, Double>> values) {
  Panel {
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
  }

  /**
   * What a panel is about; also what a test is about, together with an ROI.
   *
   * @param network name, or {@code one − other}
   * @param layer label, or {@code one − other}
   */
  record Subject(
      Contrast contrast, Quantity quantity, String network, String layer, String split) {}

  /** The participants that have a value in any ROI. */
  int participants() {
    TreeSet<ParticipantId> all = new TreeSet<>();
    values.values().forEach(byParticipant -> all.addAll(byParticipant.keySet()));
    return all.size();
  }
}
