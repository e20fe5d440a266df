package io.chiasm.networks.weights;

import ai.onnx.proto.OnnxMl.TensorProto;
import io.chiasm.networks.graph.Needs;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The numbers that a file holds, be they initialisers or {@code Constant} nodes. */
final class Constants {
  private final Map<String, TensorProto> tensors;
  private final Map<String, Node> forwarding = new HashMap<>();
  private final Set<String> fromImage = new HashSet<>();

  Constants(OnnxFile file) {
    tensors = new HashMap<>(file.initialisers());
    fromImage.add(file.input().name());
    for (Node node : file.nodes()) {
      if (Needs.of(node).stream().anyMatch(fromImage::contains)) {
        fromImage.addAll(node.outputs());
      }
      node.tensor("value")
          .filter(t -> node.operator().equals("Constant"))
          .ifPresent(t -> tensors.put(node.output(0), t));
      if (node.hasInput(0) && (node.operator().equals("Identity") || isMatrixTranspose(node))) {
        forwarding.put(node.output(0), node);
      }
    }
  }

  private static boolean isMatrixTranspose(Node node) {
    return node.operator().equals("Transpose")
        && node.integers("perm").orElse(List.of(1L, 0L)).equals(List.of(1L, 0L));
  }

  /** Whether a tensor depends on the image. */
  boolean fromImage(String tensor) {
    return fromImage.contains(tensor);
  }

  /** The file's own tensor behind a name, past copies and transpositions of matrices. */
  Optional<Origin> origin(String name) {
    String at = name;
    boolean transposed = false;
    while (!tensors.containsKey(at)) {
      Node node = forwarding.get(at);
      if (node == null) {
        return Optional.empty();
      }
      transposed ^= node.operator().equals("Transpose");
      at = node.input(0);
    }
    return Optional.of(new Origin(at, tensors.get(at), transposed));
  }

  /**
   * A tensor of the file.
   *
   * @param name under which nodes read it
   * @param tensor its numbers
   * @param transposed whether the reader gets rows and columns exchanged
   */
  record Origin(String name, TensorProto tensor, boolean transposed) {
    int rank() {
      return tensor.getDimsCount();
    }

    /** An extent as the reader sees it, counted from the last axis. */
    long extentFromEnd(int back) {
      int axis = transposed && back < 2 ? 1 - back : back;
      return tensor.getDims(rank() - 1 - axis);
    }
  }
}
