package io.chiasm.networks.weights;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.TensorContent;
import java.util.HashMap;
import java.util.Map;

/**
 * The untrained twin of a network: the same graph with weights drawn anew from a seed.
 *
 * <p>The rule, {@value #RULE}, by the operator that reads the tensor:
 *
 * <ul>
 *   <li>{@code Conv} weights: normal, mean 0, std √(2 / (out · kh · kw)), groups ignored:
 *       torchvision's {@code kaiming_normal_(mode='fan_out')} of EfficientNet (He et al. 2015,
 *       doi:10.1109/ICCV.2015.123). {@code ConvTranspose}: the same with its own output channels.
 *   <li>{@code Gemm} weights, and the constant factor of a {@code MatMul}: uniform on ±1 / √out.
 *   <li>Biases of these, be they an input or an {@code Add} right after with one number per output
 *       channel: 0. So is a batch norm that was folded into a convolution's bias.
 *   <li>{@code BatchNormalization}: scale 1, bias 0, mean 0, variance 1; {@code
 *       LayerNormalization}, {@code InstanceNormalization}, {@code GroupNormalization}: scale 1,
 *       bias 0.
 *   <li>Everything else keeps its values: bounds of {@code Clip}, extents of {@code Reshape},
 *       scalars, but also learned scales and positions that stand by themselves. float32 tensors of
 *       more than one number among them are listed under {@value #KEPT_KEY}.
 * </ul>
 *
 * <p>Random numbers are torch's after {@code manual_seed(seed)}, spent on weights in the order of
 * the nodes that first read them, row-major as the file stores them; a tensor shared by nodes is
 * drawn once. Only normal and uniform tensors spend any. torchvision spends them in another order,
 * so this is not the network that torch makes from the same seed.
 *
 * <p>With fan-out variance and no batch statistics the activations of deep networks shrink by
 * orders of magnitude from layer to layer (1e-13 at the end of EfficientNet-B0). That is a property
 * of this control, not a fault: encoding models must not depend on the scale of features.
 */
public final class Untrained {
  /** Metadata key that tells which weights a graph has. */
  public static final String WEIGHTS_KEY = "chiasm.weights";

  /** Metadata key that lists tensors which no rule was about. */
  public static final String KEPT_KEY = "chiasm.weights.kept";

  /** Name and version of the rule; any change to drawn numbers changes it. */
  public static final String RULE = "kaiming-fan-out-1";

  private static final long MAX_SEED = 0xffff_ffffL;

  private final OnnxFile file;
  private final RedrawPlan plan;
  private final Map<String, TensorProto> drawn = new HashMap<>();

  private Untrained(OnnxFile file) {
    this.file = file;
    this.plan = new RedrawPlan(file);
  }

  /**
   * The twin with the weights of a seed; equal arguments give equal models on every machine.
   *
   * @param seed from 0 to 2³² − 1
   * @throws InputException if the seed is out of range, or a weight is not float32, is computed
   *     within the graph, or there is none
   */
  public static ModelProto of(OnnxFile file, long seed) {
    if (seed < 0 || seed > MAX_SEED) {
      throw new InputException(
          "seed " + seed + " of untrained weights is not within 0 to " + MAX_SEED);
    }
    try {
      return new Untrained(file).draw(seed);
    } catch (BadGraphException e) {
      throw new InputException(file.source() + ": " + e.getMessage(), e);
    }
  }

  private ModelProto draw(long seed) {
    TorchRandom random = new TorchRandom(seed);
    Map<String, TensorProto> old = old();
    plan.drawings().forEach((name, drawing) -> redraw(name, old, drawing, random));
    ModelProto.Builder model = file.model().toBuilder();
    setMetadata(model, WEIGHTS_KEY, "untrained(seed=" + seed + "), rule " + RULE);
    setMetadata(model, KEPT_KEY, String.join(", ", plan.kept()));
    return model.setGraph(graph()).build();
  }

  private Map<String, TensorProto> old() {
    Map<String, TensorProto> tensors = new HashMap<>(file.initialisers());
    file.nodes().stream()
        .filter(n -> n.operator().equals("Constant"))
        .forEach(n -> n.tensor("value").ifPresent(t -> tensors.put(n.output(0), t)));
    return tensors;
  }

  private void redraw(
      String name, Map<String, TensorProto> old, WeightDistribution drawing, TorchRandom random) {
    TensorProto tensor = old.get(name);
    if (tensor == null) {
      throw new IllegalStateException("planned tensor " + name + " is not in the file");
    }
    float[] values = new float[Math.toIntExact(TensorContent.elements(tensor))];
    drawing.fill(values, random);
    drawn.put(name, TensorContent.withFloats(tensor, values));
  }

  private GraphProto graph() {
    GraphProto.Builder graph = file.model().getGraph().toBuilder();
    for (int i = 0; i < graph.getInitializerCount(); i++) {
      TensorProto tensor = graph.getInitializer(i);
      graph.setInitializer(i, drawn.getOrDefault(tensor.getName(), tensor));
    }
    for (int i = 0; i < graph.getNodeCount(); i++) {
      NodeProto node = graph.getNode(i);
      TensorProto value = node.getOutputCount() == 0 ? null : drawn.get(node.getOutput(0));
      if (value != null) {
        graph.setNode(i, withValue(node, value));
      }
    }
    return graph.build();
  }

  private static NodeProto withValue(NodeProto constant, TensorProto value) {
    NodeProto.Builder node = constant.toBuilder();
    for (AttributeProto.Builder attribute : node.getAttributeBuilderList()) {
      if (attribute.getName().equals("value")) {
        attribute.setT(value);
      }
    }
    return node.build();
  }

  private static void setMetadata(ModelProto.Builder model, String key, String value) {
    for (int i = model.getMetadataPropsCount() - 1; i >= 0; i--) {
      if (model.getMetadataProps(i).getKey().equals(key)) {
        model.removeMetadataProps(i);
      }
    }
    model.addMetadataProps(StringStringEntryProto.newBuilder().setKey(key).setValue(value));
  }
}
