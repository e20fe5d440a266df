package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.plan.CallosalLayer;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.report.geometry.CallosalGeometry;
import io.chiasm.report.geometry.LayerGeometry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** What becomes of one network's layers under each callosum of a study. */
final class CallosalReading {
  private final SplitSpec split;
  private final NetworkSpec spec;
  private final OnnxGraph graph;
  private final boolean shared;
  private final List<Callosum> callosa;

  /** Layers that are wanted by where their halves are joined; those before are wanted unjoined. */
  private final Map<String, Set<String>> wanted = new LinkedHashMap<>();

  private final Map<String, OnnxGraph> edited = new LinkedHashMap<>();

  /** Why a layer cannot be had unjoined. */
  private final Map<String, String> refused = new LinkedHashMap<>();

  private CallosalReading(SplitSpec split, NetworkSpec spec, OnnxGraph graph) {
    this.split = split;
    this.spec = spec;
    this.graph = graph;
    this.callosa = split.apart().values().stream().distinct().toList();
    this.shared = split.midline() == SplitSpec.Midline.SHARE && graph.inputSize().width() % 2 == 1;
  }

  /**
   * Edits a network for every callosum.
   *
   * @param graph with the weights that it runs with
   * @throws InputException if it has no such layer, or cannot be split there
   */
  static CallosalReading of(SplitSpec split, NetworkSpec spec, OnnxGraph graph) {
    CallosalReading reading = new CallosalReading(split, spec, graph);
    try {
      reading.edit();
    } catch (InputException e) {
      throw new InputException("network " + spec.name() + ": " + e.getMessage(), e);
    }
    return reading;
  }

  private void edit() {
    for (Callosum callosum : callosa) {
      String joined = tensor(callosum);
      if (joined != null) {
        graph.layer(joined);
      }
      spec.layers()
          .values()
          .forEach(
              layer ->
                  wanted
                      .computeIfAbsent(joinedAt(callosum, layer), x -> new LinkedHashSet<>())
                      .add(layer));
    }
    wanted.forEach(this::edit);
  }

  private void edit(String joined, Set<String> layers) {
    try {
      edited.put(joined, edited(joined, List.copyOf(layers)));
    } catch (InputException e) {
      layers.forEach(layer -> refuse(joined, layer));
      List<String> possible = layers.stream().filter(l -> !refused.containsKey(l)).toList();
      if (!possible.isEmpty()) {
        edited.put(joined, edited(joined, possible));
      }
    }
  }

  /** Notes a layer that is out of reach where halves never meet, if it is not so everywhere. */
  private void refuse(String joined, String layer) {
    try {
      edited(joined, List.of(layer));
    } catch (InputException e) {
      if (!joined.equals(Callosum.NONE) || !isSpared(layer)) {
        throw e;
      }
      refused.put(layer, String.valueOf(e.getMessage()));
    }
  }

  /** Whether only {@code none} needs this layer unjoined, and the study's own split has it. */
  private boolean isSpared(String layer) {
    if (split.at() != SplitSpec.At.ARCHITECTURE) {
      return true;
    }
    return split.callosa().stream().anyMatch(c -> c.layer() != null)
        && split.callosa().stream()
            .filter(c -> c.layer() != null)
            .noneMatch(c -> joinedAt(c, layer).equals(Callosum.NONE));
  }

  private OnnxGraph edited(String joined, List<String> layers) {
    return graph.callosal(joined.equals(Callosum.NONE) ? null : joined, layers, shared);
  }

  /** A label of the network's layers, or a tensor. */
  private @Nullable String tensor(Callosum callosum) {
    String layer = callosum.layer();
    return layer == null ? null : spec.layers().getOrDefault(layer, layer);
  }

  /** Where the halves that a layer is computed from are joined; a layer before is not. */
  private String joinedAt(Callosum callosum, String layer) {
    String joined = tensor(callosum);
    return joined == null || graph.isApart(joined, layer) ? Callosum.NONE : joined;
  }

  /**
   * The layers by callosum and tensor.
   *
   * @param stored where an edited graph lies, given what it was edited for
   */
  Map<Callosum, Map<String, CallosalLayer>> layers(
      BiFunction<String, OnnxGraph, NetworkRef> stored) {
    Map<String, NetworkRef> references = new LinkedHashMap<>();
    edited.forEach((joined, network) -> references.put(joined, stored.apply(joined, network)));
    Map<Callosum, Map<String, CallosalLayer>> layers = new LinkedHashMap<>();
    for (Callosum callosum : callosa) {
      Map<String, CallosalLayer> own = new LinkedHashMap<>();
      for (String layer : spec.layers().values()) {
        String joined = joinedAt(callosum, layer);
        NetworkRef network = references.get(joined);
        if (network != null && has(joined, layer)) {
          own.put(layer, new CallosalLayer(network, joined, shared));
        }
      }
      layers.put(callosum, own);
    }
    return layers;
  }

  private boolean has(String joined, String layer) {
    return !joined.equals(Callosum.NONE) || !refused.containsKey(layer);
  }

  /** Where the layers look, in the order of the callosa. */
  List<CallosalGeometry> geometry() {
    List<CallosalGeometry> rows = new ArrayList<>();
    split
        .apart()
        .forEach(
            (name, callosum) ->
                spec.layers()
                    .forEach(
                        (label, tensor) -> {
                          String joined = joinedAt(callosum, tensor);
                          OnnxGraph network = edited.get(joined);
                          if (network != null && has(joined, tensor)) {
                            rows.add(
                                new CallosalGeometry(
                                    name,
                                    callosum.label(),
                                    !joined.equals(Callosum.NONE),
                                    LayerGeometry.of(
                                        spec.name(),
                                        label,
                                        network.layer(tensor),
                                        network.inputSize())));
                          }
                        }));
    return rows;
  }

  /** Layers that are left out under {@code none}, in words. */
  List<String> notes() {
    return refused.entrySet().stream()
        .map(
            e ->
                "layer '"
                    + e.getKey()
                    + "' is left out where hemifields are never joined (callosum: none): "
                    + e.getValue())
        .toList();
  }
}
