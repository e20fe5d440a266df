package io.chiasm.networks.shape;

import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.InferenceForm;
import io.chiasm.networks.graph.Needs;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.Stochastic;
import io.chiasm.networks.shape.Images.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the images of a run through a graph, operator by operator: whether each has a part of its
 * own in every tensor, and where. What is not known to keep them apart counts as mixing them.
 */
final class Separation {
  /** Operators all of whose outputs keep the images where the first has them. */
  private static final Set<String> ALL_OUTPUTS =
      Set.of("Split", "TopK", "Dropout", "LayerNormalization", "RNN", "GRU", "LSTM");

  private final OnnxFile file;
  private final Map<String, Fact> facts;
  private final Dim count;
  private final InferenceForm form;
  private final Stochastic stochastic;
  private final FloatConstants floats;
  private final Map<String, Images> images = new HashMap<>();

  private Separation(OnnxFile file, Map<String, Fact> facts, Dim count) {
    this.file = file;
    this.facts = facts;
    this.count = count;
    this.form = InferenceForm.of(file);
    this.stochastic = new Stochastic(file.model(), file.opset());
    this.floats = new FloatConstants(file);
  }

  /**
   * How images lie in every tensor, by name; absent for those that are not named.
   *
   * @param facts what is known of the tensors
   * @param count the extent that stands for the images
   */
  static Map<String, Images> of(OnnxFile file, Map<String, Fact> facts, Dim count) {
    Separation separation = new Separation(file, facts, count);
    separation.images.put(file.input().name(), Images.FIRST);
    file.nodes().forEach(separation::follow);
    return separation.images;
  }

  private void follow(Node given) {
    Node node = form.of(given);
    Images drawn = unanswered(given, node);
    for (int output = 0; output < given.outputs().size(); output++) {
      boolean lost = output >= node.outputs().size();
      Images found = drawn != null ? drawn : lost ? statistics(given) : of(node, output);
      images.put(given.output(output), found);
    }
  }

  private @Nullable Images unanswered(Node given, Node node) {
    String reason = stochastic.reason(node);
    if (reason != null) {
      return Images.unanswered(reason);
    }
    boolean stored =
        IntStream.of(3, 4).allMatch(i -> node.hasInput(i) && state(node.input(i)).is(Kind.ABSENT));
    return form.isTrainingNorm(given) && !stored
        ? Images.unanswered(
            given.description()
                + " normalises by the statistics of its batch, and the file holds no mean and"
                + " variance to use instead")
        : null;
  }

  private static Images statistics(Node norm) {
    return Images.unanswered(norm.description() + " gives the statistics of a batch");
  }

  private Images state(String tensor) {
    return images.getOrDefault(tensor, Images.ABSENT);
  }

  private Images of(Node node, int output) {
    boolean own = stochastic.isFunction(node);
    String operator = own ? "" : node.operator();
    if (operator.equals("Shape") || operator.equals("Size")) {
      return counted(node);
    }
    List<Images> inputs = new ArrayList<>();
    Needs.of(node).forEach(name -> inputs.add(state(name)));
    for (Kind kind : List.of(Kind.UNANSWERED, Kind.TOGETHER)) {
      for (Images input : inputs) {
        if (input.is(kind)) {
          return input;
        }
      }
    }
    if (inputs.stream().allMatch(Images::absent)) {
      return Images.ABSENT;
    }
    return inputs.stream().noneMatch(Images::apart)
        ? repeated(node, operator, output)
        : ruled(node, operator, output);
  }

  /** Extents do not depend on what is in the images. */
  private Images counted(Node node) {
    Images in = state(node.input(0));
    Fact fact = facts.get(node.input(0));
    List<Dim> dims = fact == null ? null : fact.dims();
    if (dims == null) {
      return in.apart() ? Images.COUNTED : in;
    }
    return dims.stream().anyMatch(Dim::perImage) ? Images.COUNTED : Images.ABSENT;
  }

  /** Constants repeated for every image have a part for each. */
  private Images repeated(Node node, String operator, int output) {
    Fact made = facts.get(node.output(output));
    List<Dim> dims = made == null ? null : made.dims();
    boolean filled = operator.equals("ConstantOfShape");
    boolean spread = operator.equals("Expand") && state(node.input(0)).absent();
    if (dims == null || !(filled || spread)) {
      return Images.COUNTED;
    }
    List<Integer> axes =
        IntStream.range(0, dims.size()).filter(a -> dims.get(a).perImage()).boxed().toList();
    return axes.size() == 1
        ? Images.apart(axes.get(0), dims.get(axes.get(0)).factor())
        : Images.COUNTED;
  }

  private Images ruled(Node node, String operator, int output) {
    ImagesRule rule = ImagesRules.of(operator);
    Fact made = facts.get(node.output(output));
    boolean side = output > 0 && !ALL_OUTPUTS.contains(operator);
    if (rule == null || made == null || side) {
      return mixed(node);
    }
    Call call = new Call(node, facts, file.opset(), output);
    try {
      return rule.apply(new ImagesCall(call, images, made, floats, count));
    } catch (BadGraphException | ArithmeticException e) {
      return mixed(node);
    }
  }

  private static Images mixed(Node node) {
    return Images.together(node.description() + " is not known to keep the images of a run apart");
  }
}
