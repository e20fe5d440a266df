package io.chiasm.study.shell.importing;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.Callosum.Gates;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.graph.Callosal;
import io.chiasm.report.geometry.CallosalGeometry;
import io.chiasm.report.geometry.LayerGeometry;
import io.chiasm.study.plan.CallosalLayer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What becomes of one network's layers under each callosum of a study. */
final class CallosalReading {
  private final SplitSpec split;
  private final NetworkSpec spec;
  private final OnnxGraph graph;
  private final boolean shared;
  private final List<Callosum> callosa;

  /** Layers by the edit that they are wanted of. */
  private final Map<Edit, Set<String>> wanted = new LinkedHashMap<>();

  private final Map<Edit, OnnxGraph> edited = new LinkedHashMap<>();

  /** Why a layer cannot be had unjoined. */
  private final Map<String, String> refused = new LinkedHashMap<>();

  /**
   * What is done to the graph.
   *
   * @param joined tensor where the halves are joined, or {@code none}
   * @param gates shared only where the layer has any
   */
  private record Edit(String joined, Gates gates) {
    boolean crosses() {
      return !joined.equals(Callosum.NONE) || gates == Gates.SHARED;
    }

    /** As it was named before gates could be shared. */
    String label() {
      return gates == Gates.SHARED ? joined + ", shared gates" : joined;
    }
  }

  /** Where an edited graph lies. */
  interface Stored {
    /**
     * @param edit what was done to the network, in words
     * @param layers tensors that it was edited for
     */
    NetworkRef where(String edit, OnnxGraph edited, List<String> layers);
  }

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
                      .computeIfAbsent(edit(callosum, layer), x -> new LinkedHashSet<>())
                      .add(layer));
    }
    wanted.forEach(this::edit);
  }

  private void edit(Edit edit, Set<String> layers) {
    try {
      edited.put(edit, edited(edit, List.copyOf(layers)));
    } catch (InputException e) {
      layers.forEach(layer -> refuse(edit, layer));
      List<String> possible = layers.stream().filter(l -> !refused.containsKey(l)).toList();
      if (!possible.isEmpty()) {
        edited.put(edit, edited(edit, possible));
      }
    }
  }

  /** Notes a layer that is out of reach where halves never meet, if it is not so everywhere. */
  private void refuse(Edit edit, String layer) {
    try {
      edited(edit, List.of(layer));
    } catch (InputException e) {
      if (!edit.joined().equals(Callosum.NONE) || !isSpared(layer)) {
        throw e;
      }
      refused.putIfAbsent(layer, String.valueOf(e.getMessage()));
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

  private OnnxGraph edited(Edit edit, List<String> layers) {
    String joined = edit.joined().equals(Callosum.NONE) ? null : edit.joined();
    return graph.callosal(new Callosal(joined, shared, edit.gates() == Gates.SHARED), layers);
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

  /** A layer without gates before the callosum is the same whatever they average over. */
  private Edit edit(Callosum callosum, String layer) {
    boolean sharing = callosum.gates() == Gates.SHARED && graph.hasGates(tensor(callosum), layer);
    return new Edit(joinedAt(callosum, layer), sharing ? Gates.SHARED : Gates.OWN);
  }

  /**
   * The layers by callosum and tensor.
   *
   * @param stored is told of every edited graph
   */
  Map<Callosum, Map<String, CallosalLayer>> layers(Stored stored) {
    Map<Edit, NetworkRef> references = new LinkedHashMap<>();
    edited.forEach(
        (edit, network) -> {
          List<String> made =
              wanted.getOrDefault(edit, Set.of()).stream().filter(l -> has(edit, l)).toList();
          references.put(edit, stored.where(edit.label(), network, made));
        });
    Map<Callosum, Map<String, CallosalLayer>> layers = new LinkedHashMap<>();
    for (Callosum callosum : callosa) {
      Map<String, CallosalLayer> own = new LinkedHashMap<>();
      for (String layer : spec.layers().values()) {
        Edit edit = edit(callosum, layer);
        NetworkRef network = references.get(edit);
        if (network != null && has(edit, layer)) {
          boolean sharing = edit.gates() == Gates.SHARED;
          own.put(layer, new CallosalLayer(network, edit.joined(), shared, sharing));
        }
      }
      layers.put(callosum, own);
    }
    return layers;
  }

  private boolean has(Edit edit, String layer) {
    return !edit.joined().equals(Callosum.NONE) || !refused.containsKey(layer);
  }

  /** Where the layers look, in the order of the callosa. */
  List<CallosalGeometry> geometry() {
    List<CallosalGeometry> rows = new ArrayList<>();
    split.apart().forEach((name, callosum) -> geometry(name, callosum, rows));
    return rows;
  }

  private void geometry(String name, Callosum callosum, List<CallosalGeometry> rows) {
    spec.layers()
        .forEach(
            (label, tensor) -> {
              Edit edit = edit(callosum, tensor);
              OnnxGraph network = edited.get(edit);
              if (network != null && has(edit, tensor)) {
                rows.add(
                    new CallosalGeometry(
                        name,
                        callosum.label(),
                        edit.crosses(),
                        LayerGeometry.of(
                            spec.name(), label, network.layer(tensor), network.inputSize())));
              }
            });
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
