package io.chiasm.networks.shape;

import io.chiasm.networks.graph.Needs;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The feature map that stands for each spatial stride of a network: the last one that everything
 * after it is computed from, so that it is the end of a stage and not of a branch. What only widens
 * that map position by position, such as the expansion that an inverted bottleneck begins with,
 * holds nothing more and is passed over: of maps with the same receptive field the narrowest is
 * taken, and of equally narrow ones the last. The coarsest stride has no stage after it to widen
 * for: there it is the last.
 */
public final class StrideLayers {
  private final List<Node> nodes;
  private final Map<String, Layer> layers;
  private final String image;

  private StrideLayers(OnnxFile file, List<Layer> layers) {
    this.nodes = file.nodes();
    this.image = file.input().name();
    this.layers = layers.stream().collect(Collectors.toMap(Layer::name, l -> l));
  }

  /**
   * The layers by stride, in pixels, the finest first; empty if no map has known columns.
   *
   * @param layers of the file, in graph order
   */
  public static Map<Long, Layer> of(OnnxFile file, List<Layer> layers) {
    TreeMap<Long, Layer> found = new TreeMap<>();
    List<Layer> trunk = new StrideLayers(file, layers).trunk(layers);
    trunk.forEach(layer -> found.merge(stride(layer), layer, StrideLayers::better));
    if (!trunk.isEmpty()) {
      Layer deepest = trunk.get(trunk.size() - 1);
      found.put(stride(deepest), deepest);
    }
    return found;
  }

  private static long stride(Layer layer) {
    return layer.knownColumns().stride();
  }

  /** Of a stride's maps in graph order: the earlier one only if it is narrower and sees as much. */
  private static Layer better(Layer earlier, Layer later) {
    boolean wider = channels(earlier) < channels(later);
    boolean sameField =
        earlier.knownColumns().size() == later.knownColumns().size()
            && earlier.knownRows().size() == later.knownRows().size();
    return wider && sameField ? earlier : later;
  }

  private static long channels(Layer layer) {
    return layer.knownShape().extent(0);
  }

  private static boolean isMap(Layer layer) {
    return layer.splittable()
        && layer.run().possible()
        && layer.knownColumns().stride() == layer.knownRows().stride();
  }

  /** Maps that every path from the image to the deepest map passes through, in graph order. */
  private List<Layer> trunk(List<Layer> inOrder) {
    Optional<Layer> deepest =
        inOrder.stream()
            .filter(StrideLayers::isMap)
            .reduce((a, b) -> stride(b) < stride(a) ? a : b);
    return deepest.map(layer -> trunk(layer.name())).orElse(List.of());
  }

  /**
   * In an order in which nodes can run, a tensor is on every path if no later node reads what was
   * made before it.
   */
  private List<Layer> trunk(String deepest) {
    List<Node> way = upstream(deepest);
    Map<String, Integer> lastReader = new HashMap<>();
    for (int i = 0; i < way.size(); i++) {
      for (String read : read(way.get(i))) {
        lastReader.put(read, i);
      }
    }
    List<Layer> trunk = new ArrayList<>();
    int reach = lastReader.getOrDefault(image, 0);
    for (int i = 0; i < way.size(); i++) {
      Node node = way.get(i);
      Layer layer = layers.get(node.output(0));
      if (reach <= i && layer != null && isMap(layer)) {
        trunk.add(layer);
      }
      for (String made : node.outputs()) {
        reach = Math.max(reach, lastReader.getOrDefault(made, 0));
      }
    }
    return trunk;
  }

  /** Nodes that turn the image into this tensor, in an order in which they can run. */
  private List<Node> upstream(String tensor) {
    Set<String> needed = new HashSet<>(Set.of(tensor));
    List<Node> way = new ArrayList<>();
    for (int i = nodes.size() - 1; i >= 0; i--) {
      Node node = nodes.get(i);
      if (node.outputs().stream().anyMatch(needed::contains) && !read(node).isEmpty()) {
        way.add(node);
        needed.addAll(read(node));
      }
    }
    Collections.reverse(way);
    return way;
  }

  /** What a node reads of the image and of what was computed from it; extents do not count. */
  private Set<String> read(Node node) {
    return Needs.of(node).stream()
        .filter(name -> name.equals(image) || layers.containsKey(name))
        .collect(Collectors.toSet());
  }
}
