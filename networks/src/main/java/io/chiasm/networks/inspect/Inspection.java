package io.chiasm.networks.inspect;

import io.chiasm.contracts.study.Normalisation;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.NumberKind;
import io.chiasm.networks.graph.PixelLayout;
import io.chiasm.networks.shape.ImageRun;
import io.chiasm.networks.shape.Layer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
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
 * @param runs how layers are computed where not simply in batches as the file has them, in words
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
    List<String> runs,
    List<String> problems) {
  public Inspection {
    layers = List.copyOf(layers);
    notes = List.copyOf(notes);
    runs = List.copyOf(runs);
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
        network.sha256().value(),
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
        runs(network, layers),
        problems(network, layers));
  }

  private static List<String> runs(OnnxGraph network, List<Layer> layers) {
    List<String> runs = new ArrayList<>();
    byReason(layers, run -> run.possible() && !run.any())
        .forEach(
            (why, names) ->
                runs.add(
                    names(names)
                        + (names.size() == 1 ? " runs" : " run")
                        + " one image at a time: "
                        + why));
    runs.addAll(network.trainingNotes());
    return runs;
  }

  private static Map<String, List<String>> byReason(
      List<Layer> layers, Predicate<ImageRun> wanted) {
    Map<String, List<String>> names = new LinkedHashMap<>();
    layers.stream()
        .filter(l -> l.separate() && wanted.test(l.run()))
        .forEach(
            l -> names.computeIfAbsent(l.run().reason(), r -> new ArrayList<>()).add(l.name()));
    return names;
  }

  private static String names(List<String> names) {
    return "layer '"
        + names.get(0)
        + (names.size() == 1 ? "'" : "' and " + (names.size() - 1) + " after it");
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
        .filter(l -> l.run().possible())
        .filter(l -> !l.note().isEmpty() && !l.note().startsWith("follows "))
        .forEach(l -> found.add("layer '" + l.name() + "' (" + l.operator() + "): " + l.note()));
    byReason(layers, run -> !run.possible())
        .forEach((why, names) -> found.add(names(names) + " cannot be had: " + why));
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
