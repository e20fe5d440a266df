package io.chiasm.networks.inspect;

import io.chiasm.contracts.study.Normalisation;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.NumberKind;
import io.chiasm.networks.graph.PixelLayout;
import io.chiasm.networks.shape.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a network file is, as plain data for {@code networks inspect}.
 *
 * @param source file
 * @param sha256 hex digest of its bytes
 * @param producer program that wrote it
 * @param irVersion version of the file format
 * @param opset version of the standard operators
 * @param input name of the input tensor
 * @param layout order of the input's axes
 * @param inputType element type of the input
 * @param batch images that the network runs at once; 0 for any number
 * @param inputSize rows and columns; null if the file leaves them open
 * @param normalisation of the input; null if the file does not say
 * @param parameters numbers in all initialisers
 * @param metadata the file's own notes
 * @param suggested tensor to study by label, from the notes
 * @param layers one row per layer, in graph order; empty while the input size is open
 * @param notes how weights were found in a file of weights, in words; empty for a graph
 * @param problems what stands in the way of a study, in words; empty if nothing
 */
public record Inspection(
    String source,
    String sha256,
    String producer,
    long irVersion,
    long opset,
    String input,
    PixelLayout layout,
    String inputType,
    long batch,
    @Nullable ImageSize inputSize,
    @Nullable Normalisation normalisation,
    long parameters,
    Map<String, String> metadata,
    Map<String, String> suggested,
    List<LayerRow> layers,
    List<String> notes,
    List<String> problems) {
  public Inspection {
    layers = List.copyOf(layers);
    notes = List.copyOf(notes);
    problems = List.copyOf(problems);
  }

  /**
   * Looks at a network that could be read.
   *
   * @throws io.chiasm.contracts.failure.InputException if its metadata or extents contradict
   *     themselves
   */
  public static Inspection of(OnnxGraph network) {
    return of(network, List.of());
  }

  /** As {@link #of(OnnxGraph)}, with notes on how its weights were found. */
  public static Inspection of(OnnxGraph network, List<String> notes) {
    List<Layer> layers = network.hasInputSize() ? network.layers() : List.of();
    return new Inspection(
        network.source(),
        network.sha256(),
        network.producer(),
        network.irVersion(),
        network.opset(),
        network.inputName(),
        network.input().layout(),
        NumberKind.name(network.input().type()),
        network.input().batch(),
        network.hasInputSize() ? network.inputSize() : null,
        network.normalisation().orElse(null),
        network.parameters(),
        network.metadata(),
        network.suggestedLayers(),
        layers.stream().map(LayerRow::of).toList(),
        notes,
        problems(network, layers));
  }

  private static List<String> problems(OnnxGraph network, List<Layer> layers) {
    List<String> found = new ArrayList<>();
    if (network.normalisation().isEmpty()) {
      found.add("the file does not name its normalisation; the study file must (normalisation: …)");
    }
    if (!network.hasInputSize()) {
      found.add(
          "the input size is open (%s); give a height and a width in pixels: --input-size HEIGHTxWIDTH here, input_size: [HEIGHT, WIDTH] in the study file"
              .formatted(network.input().describeSize()));
      return found;
    }
    if (layers.stream().noneMatch(Layer::splittable)) {
      found.add("no layer is known to be a feature map [channel, row, column] that can be split");
    }
    layers.stream()
        .filter(l -> !l.note().isEmpty() && !l.note().startsWith("follows "))
        .forEach(l -> found.add("layer '" + l.name() + "' (" + l.operator() + "): " + l.note()));
    List<String> names = layers.stream().map(Layer::name).toList();
    network
        .suggestedLayers()
        .forEach(
            (label, tensor) -> {
              if (!names.contains(tensor)) {
                found.add("the file suggests layer '" + tensor + "' as " + label + " but lacks it");
              }
            });
    return found;
  }
}
