package io.chiasm.study.shell.importing;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.InputSize;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.builtin.TrainedNetwork;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shell.NetworkOpening;
import io.chiasm.networks.shell.WeightsFolder;
import io.chiasm.report.geometry.CallosalGeometry;
import io.chiasm.report.geometry.LayerGeometry;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.study.plan.Material;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the study's networks into the store, once they are known to have the study's layers. */
final class NetworkImport {
  private static final Logger LOG = LoggerFactory.getLogger(NetworkImport.class);

  private final TensorStore store;
  private final NetworkOpening opening;
  private final Map<Path, OnnxGraph> read = new HashMap<>();
  private final Map<String, List<String>> weights = new HashMap<>();
  private final SpaceMixing mixing = new SpaceMixing();
  private final Map<String, List<String>> notes = new LinkedHashMap<>();
  private final List<LayerGeometry> geometry = new ArrayList<>();
  private final List<CallosalGeometry> callosal = new ArrayList<>();
  private final ExtentsReading extents;
  private final NetworkSieve sieve = new NetworkSieve();
  private final Map<String, Long> learned = new HashMap<>();

  NetworkImport(TensorStore store, WeightsFolder weights, ExtentsReading extents) {
    this.store = store;
    this.extents = extents;
    this.opening = new NetworkOpening(weights);
  }

  /**
   * Checks and stores every network but those that the study can do without.
   *
   * @throws InputException if a file is no network, lacks a layer, or says nothing of its input
   */
  List<Material.Network> bringIn(Study study) {
    List<Material.Network> networks = sieve.kept(study.networks(), spec -> network(study, spec));
    sieve.leftOut().forEach(leftOut -> notes.remove(leftOut.network().name()));
    return networks;
  }

  /** What looking at the networks told, and which are left out. */
  NetworkInventory inventory() {
    return new NetworkInventory(learned, sieve.leftOut());
  }

  /** What the user must know of the layers that were brought in. */
  List<String> warnings(Study study) {
    List<String> warnings = new ArrayList<>();
    notes.forEach(
        (network, said) -> said.forEach(n -> warnings.add("network " + network + ": " + n)));
    if (study.split().at() != SplitSpec.At.IMAGE) {
      warnings.addAll(mixing.warnings());
    }
    return warnings;
  }

  /**
   * Checks every network that comes as a file, and stores nothing.
   *
   * @throws InputException as {@link #bringIn}
   */
  static void check(Study study) {
    new NetworkSieve()
        .kept(
            study.networks(),
            spec -> {
              if (spec.source() instanceof NetworkSource.Onnx onnx) {
                check(study, spec, onnx.file());
              }
              return spec;
            });
  }

  private static void check(Study study, NetworkSpec named, Path file) {
    OnnxGraph graph = sized(named, OnnxGraph.read(file));
    NetworkSpec spec = DefaultLayers.of(named, graph);
    ObjectKey key = ObjectLayout.graph(graph.sha256());
    network(study, spec, graph, new NetworkRef(key, graph.sha256(), null));
    if (!study.split().apart().isEmpty()) {
      CallosalReading.of(study.split(), spec, graph);
    }
  }

  /** Where the layers of the networks brought in look. */
  List<LayerGeometry> geometry() {
    return List.copyOf(geometry);
  }

  /** Where they look under each callosum of a split in the architecture. */
  List<CallosalGeometry> callosal() {
    return List.copyOf(callosal);
  }

  private void learnGeometry(NetworkSpec spec, OnnxGraph graph) {
    spec.layers()
        .forEach(
            (label, tensor) ->
                geometry.add(
                    LayerGeometry.of(spec.name(), label, graph.layer(tensor), graph.inputSize())));
  }

  private Material.Network network(Study study, NetworkSpec spec) {
    if (spec.source() instanceof NetworkSource.Onnx onnx) {
      OnnxGraph graph = sized(spec, read.computeIfAbsent(onnx.file(), OnnxGraph::read));
      Long seed = spec.weights() instanceof Weights.Untrained untrained ? untrained.seed() : null;
      return noted(
          study, spec, graph, new NetworkRef(put(graph, onnx.file()), graph.sha256(), seed));
    }
    // Built here, once; workers only ever see ONNX with the weights in it.
    TrainedNetwork built = built(spec, (NetworkSource.BuiltIn) spec.source());
    note(spec, built.notes());
    OnnxGraph graph = built.graph();
    return noted(study, spec, graph, new NetworkRef(put(graph), graph.sha256(), null));
  }

  private void note(NetworkSpec spec, List<String> notes) {
    notes.forEach(note -> LOG.info("network {}: {}", spec.name(), note));
    weights.put(spec.name(), notes);
  }

  /** How the weights of networks were found in their files, by network. */
  Map<String, List<String>> weights() {
    return Collections.unmodifiableMap(weights);
  }

  /** The network for images of the study's size, if the study names one. */
  static OnnxGraph sized(NetworkSpec spec, OnnxGraph graph) {
    InputSize size = spec.inputSize();
    try {
      return size == null ? graph : graph.withInputSize(new ImageSize(size.height(), size.width()));
    } catch (InputException e) {
      throw new InputException("network " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  private TrainedNetwork built(NetworkSpec spec, NetworkSource.BuiltIn source) {
    try {
      return spec.weights() instanceof Weights.Untrained untrained
          ? new TrainedNetwork(
              BuiltIn.named(source.architecture()).untrained(untrained.seed()), List.of())
          : opening.trained(source.architecture(), source.weights(), source.set());
    } catch (InputException e) {
      throw new InputException("network " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  private Material.Network noted(
      Study study, NetworkSpec spec, OnnxGraph graph, NetworkRef stored) {
    Material.Network network = network(study, spec, graph, stored);
    extents.network(spec, graph);
    learned.put(spec.name(), graph.learned());
    notes.put(spec.name(), new ArrayList<>(graph.runNotes(List.copyOf(spec.layers().values()))));
    if (study.split().at() == SplitSpec.At.ARCHITECTURE) {
      return apart(study.split(), spec, drawn(graph, stored), network);
    }
    learnGeometry(spec, graph);
    spec.layers()
        .forEach((label, tensor) -> mixing.add(spec.name(), label, graph.layer(tensor).mixing()));
    return study.split().apart().isEmpty()
        ? network
        : apart(spec, network, CallosalReading.of(study.split(), spec, drawn(graph, stored)));
  }

  /** Edited graphs hold the weights that they run with. */
  private static OnnxGraph drawn(OnnxGraph graph, NetworkRef stored) {
    Long seed = stored.untrainedSeed();
    return seed == null ? graph : graph.untrained(seed);
  }

  private Material.Network apart(
      SplitSpec split, NetworkSpec spec, OnnxGraph graph, Material.Network network) {
    CallosalReading reading = CallosalReading.of(split, spec, graph);
    List<CallosalGeometry> looks = reading.geometry();
    looks.stream()
        .filter(layer -> layer.split().equals(split.label()))
        .map(CallosalGeometry::geometry)
        .forEach(geometry::add);
    looks.stream()
        .filter(CallosalGeometry::crosses)
        .map(CallosalGeometry::geometry)
        .distinct()
        .forEach(layer -> mixing.add(spec.name(), layer.layer(), layer.mixing()));
    return apart(spec, network, reading);
  }

  private Material.Network apart(
      NetworkSpec spec, Material.Network network, CallosalReading reading) {
    callosal.addAll(reading.geometry());
    notes.computeIfAbsent(spec.name(), x -> new ArrayList<>()).addAll(reading.notes());
    return network.with(
        reading.layers(
            (edit, graph, layers) -> {
              NetworkRef stored = new NetworkRef(put(graph), graph.sha256(), null);
              extents.edited(stored, graph, layers);
              return stored;
            }));
  }

  private static Material.Network network(
      Study study, NetworkSpec spec, OnnxGraph graph, NetworkRef stored) {
    DefaultLayers.require(spec, graph);
    spec.layers().forEach((label, tensor) -> requireSplittable(spec, label, graph.layer(tensor)));
    graph.requireReadable(List.copyOf(spec.layers().values()));
    InputRecipe input =
        new InputRecipe(
            study.preprocessing(),
            graph.inputSize().height(),
            graph.inputSize().width(),
            normalisation(spec, graph));
    return new Material.Network(
        spec.name(), stored, input, spec.layers(), corrected(spec, graph), Map.of());
  }

  private static Set<String> corrected(NetworkSpec spec, OnnxGraph graph) {
    try {
      return spec.layers().values().stream()
          .filter(tensor -> !graph.runNotes(List.of(tensor)).isEmpty())
          .collect(Collectors.toSet());
    } catch (InputException e) {
      throw new InputException("network " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  private static void requireSplittable(NetworkSpec spec, String label, Layer layer) {
    if (layer.shape() != null && !layer.splittable()) {
      throw new InputException(
          "network "
              + spec.name()
              + ": layer "
              + label
              + " ('"
              + layer.name()
              + "') has the shape "
              + layer.shape()
              + " and no columns to share out between the hemifields; name a feature map"
              + " [channel, row, column] with two columns or more");
    }
  }

  private static Normalisation normalisation(NetworkSpec spec, OnnxGraph graph) {
    if (spec.normalisation() != null) {
      return spec.normalisation();
    }
    return graph
        .normalisation()
        .orElseThrow(
            () ->
                new InputException(
                    "network "
                        + spec.name()
                        + ": neither the study nor "
                        + graph.source()
                        + " says how its input is normalised; add 'normalisation: imagenet' or"
                        + " 'normalisation: {mean: […], std: […]}'"));
  }

  private ObjectKey put(OnnxGraph graph, Path file) {
    if (!graph.isWhole()) {
      return put(graph);
    }
    try {
      return put(graph, Content.of(file));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private ObjectKey put(OnnxGraph graph) {
    try {
      return put(graph, Content.of(graph.bytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private ObjectKey put(OnnxGraph graph, Content content) throws IOException {
    ObjectKey key = ObjectLayout.graph(graph.sha256());
    if (!store.exists(key)) {
      store.put(key, content);
    }
    return key;
  }
}
