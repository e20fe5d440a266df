package io.chiasm.report.results;

import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The order in which a study names things; everything in tables and figures follows it. What the
 * study does not name comes last, by name.
 */
public final class StudyOrder {
  private final List<String> participants;
  private final List<String> networks;
  private final Map<String, List<String>> layers = new HashMap<>();
  private final List<String> splits = new ArrayList<>();

  public StudyOrder(Study study) {
    this.participants = study.dataset().participants();
    this.networks = study.networks().stream().map(NetworkSpec::name).toList();
    study.networks().forEach(n -> layers.put(n.name(), List.copyOf(n.layers().keySet())));
    splits.addAll(study.split().labels());
    study.split().controls().forEach(control -> splits.add(label(control)));
  }

  /** Name of a control split in tables: {@code upper-lower}, {@code mirrored}, … */
  public static String label(SplitSpec.Control control) {
    return control.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** By participant, hemisphere, then condition. */
  public Comparator<EncodingCell> cells() {
    return Comparator.<EncodingCell>comparingInt(c -> rank(participants, c.participant().value()))
        .thenComparing(EncodingCell::participant)
        .thenComparing(EncodingCell::hemisphere)
        .thenComparing(EncodingCell::condition, conditions());
  }

  /** By network, layer, then split. */
  public Comparator<Condition> conditions() {
    return Comparator.<Condition>comparingInt(c -> rank(networks, c.network()))
        .thenComparing(Condition::network)
        .thenComparingInt(c -> rank(layers.getOrDefault(c.network(), List.of()), c.layer()))
        .thenComparing(Condition::layer)
        .thenComparingInt(c -> rank(splits, c.split()))
        .thenComparing(Condition::split)
        .thenComparing(Condition::regression)
        .thenComparing(Condition::tensor);
  }

  private static int rank(List<String> names, String name) {
    int index = names.indexOf(name);
    return index < 0 ? names.size() : index;
  }
}
