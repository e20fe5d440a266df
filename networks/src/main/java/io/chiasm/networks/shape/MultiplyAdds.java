package io.chiasm.networks.shape;

import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Multiplications of numbers of an image with weights or with each other, in convolutions and
 * matrix products: what most of a network's time goes into.
 */
public final class MultiplyAdds {
  private final Map<String, Fact> facts;
  private final Map<String, Node> makers = new HashMap<>();

  private MultiplyAdds(OnnxFile file, ImageSize size) {
    this.facts = Inference.of(file, size, 1);
    file.nodes().forEach(node -> node.outputs().forEach(output -> makers.put(output, node)));
  }

  /**
   * How many one image takes on the way to these tensors; extents that nobody knows count nothing.
   *
   * @param size of the images that the network gets
   */
  public static long of(OnnxFile file, ImageSize size, Collection<String> tensors) {
    MultiplyAdds counted = new MultiplyAdds(file, size);
    return counted.needed(tensors).stream().mapToLong(counted::of).sum();
  }

  private Set<Node> needed(Collection<String> tensors) {
    Set<Node> needed = new HashSet<>();
    List<String> open = new java.util.ArrayList<>(tensors);
    while (!open.isEmpty()) {
      Node maker = makers.get(open.remove(open.size() - 1));
      if (maker != null && needed.add(maker)) {
        open.addAll(maker.inputs());
      }
    }
    return needed;
  }

  private long of(Node node) {
    return switch (node.operator()) {
      case "Conv" -> elements(node.output(0)) * perOutput(node.input(1));
      case "ConvTranspose" -> elements(node.input(0)) * perOutput(node.input(1));
      case "MatMul" -> elements(node.output(0)) * last(node.input(0));
      case "Gemm" ->
          elements(node.output(0))
              * (node.integer("transA", 0) == 0 ? last(node.input(0)) : first(node.input(0)));
      default -> 0;
    };
  }

  /** Weights that one output (of a transposed convolution: one input) is multiplied with. */
  private long perOutput(String weights) {
    long all = elements(weights);
    return all == 0 ? 0 : all / Math.max(1, first(weights));
  }

  private long elements(String tensor) {
    List<Dim> dims = dims(tensor);
    return dims == null ? 0 : dims.stream().mapToLong(Dim::fixed).reduce(1, (a, b) -> a * b);
  }

  private long first(String tensor) {
    List<Dim> dims = dims(tensor);
    return dims == null || dims.isEmpty() ? 0 : dims.get(0).fixed();
  }

  private long last(String tensor) {
    List<Dim> dims = dims(tensor);
    return dims == null || dims.isEmpty() ? 0 : dims.get(dims.size() - 1).fixed();
  }

  private @Nullable List<Dim> dims(String tensor) {
    Fact fact = facts.get(tensor);
    return fact == null ? null : fact.dims();
  }
}
