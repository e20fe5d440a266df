package io.chiasm.networks.shape;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.ImageInput;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.Needs;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.PixelLayout;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Follows extents and receptive fields from the image through the whole graph. */
final class Inference {
  /** Type of outputs that no study reads: masks, indices, statistics. */
  private static final int SIDE_PRODUCT = -1;

  private static final Set<String> SEVERAL_RESULTS = Set.of("Split", "DynamicQuantizeLinear");

  private final OnnxFile file;
  private final Map<String, Integer> declaredTypes;
  private final Map<String, Fact> facts = new HashMap<>();

  private Inference(OnnxFile file) {
    this.file = file;
    this.declaredTypes = file.declaredTypes();
  }

  /**
   * What is known about every tensor, by name.
   *
   * @param images how many run at once; 0 for any number
   * @throws InputException if extents contradict each other
   */
  static Map<String, Fact> of(OnnxFile file, ImageSize size, long images) {
    Inference inference = new Inference(file);
    file.initialisers().forEach((name, tensor) -> inference.facts.put(name, Fact.of(tensor)));
    inference.facts.put(file.input().name(), image(file.input(), size, images));
    file.nodes().forEach(inference::follow);
    return inference.facts;
  }

  private static Fact image(ImageInput input, ImageSize size, long images) {
    PixelLayout layout = input.layout();
    Dim[] dims = new Dim[4];
    dims[0] = Dim.batch(images);
    dims[layout.channelAxis()] = Dim.of(3);
    dims[layout.rowAxis()] = Dim.of(size.height());
    dims[layout.columnAxis()] = Dim.of(size.width());
    return Fact.of(List.of(dims))
        .withMap(FeatureMap.IMAGE.withAxes(layout.rowAxis(), layout.columnAxis()))
        .withFromImage(true)
        .withType(input.type());
  }

  private void follow(Node node) {
    try {
      for (int output = 0; output < node.outputs().size(); output++) {
        Fact fact = completed(node, infer(node, output), node.output(output));
        facts.put(node.output(output), fact);
      }
    } catch (BadGraphException | ArithmeticException e) {
      throw new InputException(
          file.source() + ": " + node.description() + ": " + e.getMessage(), e);
    }
  }

  private Fact infer(Node node, int output) {
    for (String input : node.inputs()) {
      Fact fact = facts.get(input);
      if (!input.isEmpty() && (fact == null || fact.dims() == null)) {
        String why = fact == null ? "it is not known" : fact.unknown();
        return Fact.unknown(why.startsWith("follows ") ? why : "follows '" + input + "': " + why);
      }
    }
    Rule rule =
        Rules.of(node.operator())
            .orElse(c -> Fact.unknown("operator " + node.operator() + " is not known"));
    boolean side = output > 0 && !SEVERAL_RESULTS.contains(node.operator());
    Fact fact = rule.apply(new Call(node, facts, file.opset(), output));
    return side && fact.dims() != null
        ? Fact.unknown("it is a side product").withType(SIDE_PRODUCT)
        : fact;
  }

  /** With what follows from the inputs whatever the operator is. */
  private Fact completed(Node node, Fact fact, String output) {
    List<Fact> inputs = new ArrayList<>();
    for (String needed : Needs.of(node)) {
      Fact input = facts.get(needed);
      if (input != null) {
        inputs.add(input);
      }
    }
    // Extents of a tensor do not depend on the image's content.
    boolean fromImage =
        !node.operator().equals("Shape") && inputs.stream().anyMatch(Fact::fromImage);
    Mixing mixing = fact.dims() == null ? fact.mixing().and(Mixing.UNKNOWN) : fact.mixing();
    for (Fact input : inputs) {
      mixing = mixing.and(input.fromImage() ? input.mixing() : Mixing.LOCAL);
    }
    int type = fact.type() == 0 ? declaredTypes.getOrDefault(output, 0) : fact.type();
    Fact known = fact.withFromImage(fromImage).withType(type);
    return fromImage ? known.withMixing(mixing) : known.withMixing(Mixing.LOCAL).withMap(null);
  }
}
