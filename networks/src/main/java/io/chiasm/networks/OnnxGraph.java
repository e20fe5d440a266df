package io.chiasm.networks;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.networks.graph.BadGraphException;
import io.chiasm.networks.graph.Callosal;
import io.chiasm.networks.graph.CallosalGraph;
import io.chiasm.networks.graph.ImageInput;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.ModelReader;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.Tap;
import io.chiasm.networks.graph.Tapping;
import io.chiasm.networks.graph.TensorContent;
import io.chiasm.networks.shape.ImageRun;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.LayerSearch;
import io.chiasm.networks.shape.LearnedNumbers;
import io.chiasm.networks.shape.MultiplyAdds;
import io.chiasm.networks.shape.StrideLayers;
import io.chiasm.networks.weights.Untrained;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A network: an ONNX graph from photographs {@code [image, channel, row, column]} to layers, which
 * are its named tensors. Everything here is told from the file without running it.
 *
 * <p>Keys of the file's {@code metadata_props} that are understood:
 *
 * <ul>
 *   <li>{@code input.mean}, {@code input.std}: three numbers each, red first, on the scale 0 to 1,
 *       separated by commas; only both together
 *   <li>{@code input.size}: {@code height,width} for graphs that leave it open
 *   <li>{@code input.resize}, {@code input.interpolation}: short side of photographs before the
 *       crop in pixels, and {@code bilinear} or {@code bicubic}
 *   <li>{@code input.layout}: {@code NCHW} or {@code NHWC}, as the input is; {@code input.color}:
 *       must be {@code RGB}
 *   <li>{@code layers.<label>}: tensor to study under that label, such as {@code layers.early}
 *   <li>{@code chiasm.architecture}, {@code chiasm.weights}, {@code chiasm.weights.kept}, {@value
 *       #HEADLESS}: written by {@link #untrained} and for built-in networks
 * </ul>
 */
public final class OnnxGraph {
  /** Key of the note that a built-in network lacks its head, or the end of it, of that name. */
  public static final String HEADLESS = "chiasm.headless";

  /** Stride in pixels by label, early first: as the layers of built-in architectures. */
  private static final List<Map.Entry<String, Long>> DEFAULT_STRIDES =
      List.of(Map.entry("early", 4L), Map.entry("middle", 16L), Map.entry("late", 32L));

  private static final String GIVE_SIZE =
      "--input-size HEIGHTxWIDTH, or input_size: [HEIGHT, WIDTH] in the study file";

  private final OnnxFile file;
  private final Metadata metadata;
  private final @Nullable ImageSize size;
  private @Nullable LayerSearch search;

  private OnnxGraph(OnnxFile file, @Nullable ImageSize size) {
    this.file = file;
    this.metadata = new Metadata(file.source(), file.metadata(), file.input().layout());
    this.size = size;
  }

  /**
   * Reads an ONNX file.
   *
   * @throws InputException naming the file and what is wrong: unreadable, too large, cut short,
   *     weights outside its folder, tensors without a maker, circles, newer than the runtime, not
   *     exactly one input of fractions {@code [N, 3, H, W]} or {@code [N, H, W, 3]} …
   */
  public static OnnxGraph read(Path path) {
    return of(ModelReader.read(path));
  }

  /**
   * Reads the bytes of an ONNX file, which are shared, not copied.
   *
   * @param source where they came from, for messages
   * @throws InputException as {@link #read(Path)}
   */
  public static OnnxGraph read(byte[] bytes, String source) {
    return of(ModelReader.read(bytes, source));
  }

  /**
   * A network that was made here.
   *
   * @param source for messages
   */
  public static OnnxGraph of(ModelProto model, String source) {
    return of(ModelReader.of(model, source));
  }

  private static OnnxGraph of(OnnxFile file) {
    OnnxGraph graph = new OnnxGraph(file, file.input().size());
    return graph.hasInputSize()
        ? graph
        : graph.metadata.inputSize().map(graph::withInputSize).orElse(graph);
  }

  /** Where the network came from, for messages. */
  public String source() {
    return file.source();
  }

  /**
   * SHA-256 digest of the bytes that the network was read from, or of {@link #bytes} if they are
   * not all of it.
   */
  public Digest sha256() {
    return file.sha256();
  }

  /** Whether the file that it was read from is all of it; otherwise only {@link #bytes} are. */
  public boolean isWhole() {
    return file.whole();
  }

  /** The input tensor as the file declares it. */
  public ImageInput input() {
    return file.input();
  }

  /** Name of the input tensor. */
  public String inputName() {
    return file.input().name();
  }

  /** Whether the input size is known: fixed by the graph, noted in its metadata, or given. */
  public boolean hasInputSize() {
    return size != null;
  }

  /**
   * Size of the images that the network gets.
   *
   * @throws InputException if the file leaves it open and none was given
   */
  public ImageSize inputSize() {
    if (size == null) {
      throw new InputException(
          source()
              + ": leaves the size of its input '"
              + inputName()
              + "' open; give a height and a width in pixels ("
              + GIVE_SIZE
              + ")");
    }
    return size;
  }

  /**
   * The same network for images of a given size.
   *
   * @throws InputException if the graph fixes another size
   */
  public OnnxGraph withInputSize(ImageSize given) {
    if (!file.input().takes(given)) {
      throw new InputException(
          "%s: takes images of %s pixels only (height x width), not %s"
              .formatted(source(), file.input().describeSize(), given));
    }
    return new OnnxGraph(file, given);
  }

  /**
   * Normalisation of the input by the file's own metadata.
   *
   * @throws InputException if the metadata is malformed
   */
  public Optional<Normalisation> normalisation() {
    return metadata.normalisation();
  }

  /**
   * How the file's own metadata wants photographs resized before the crop.
   *
   * @throws InputException if the metadata is malformed
   */
  public Optional<Resizing> resizing() {
    return metadata.resizing();
  }

  /** Layers that the file's metadata suggests to study, tensor name by label. */
  public Map<String, String> suggestedLayers() {
    return metadata.layers();
  }

  /**
   * The layers that are studied where none are named, tensor name by label: those that the file
   * suggests or, if it suggests none, the last maps of the strides 4, 16 and 32 as {@code early},
   * {@code middle} and {@code late} ({@link StrideLayers}), as far as the network reaches them.
   *
   * @throws InputException if there is none, or if the input size is open
   */
  public Map<String, String> defaultLayers() {
    if (!suggestedLayers().isEmpty()) {
      return suggestedLayers();
    }
    Map<Long, Layer> byStride = StrideLayers.of(file, layers());
    Map<String, String> found = new LinkedHashMap<>();
    for (Map.Entry<String, Long> wanted : DEFAULT_STRIDES) {
      Layer layer = byStride.get(wanted.getValue());
      if (layer != null) {
        found.put(wanted.getKey(), layer.name());
      }
    }
    if (byStride.isEmpty()) {
      throw new InputException(
          "network %s: no layer is known to be a feature map with columns ('networks inspect' says why), so none can be chosen by its stride; name the layers (layers: …)"
              .formatted(source()));
    }
    if (found.isEmpty()) {
      throw new InputException(
          "network %s has no feature map of stride 4, 16 or 32 that everything after it is computed from, so its layers have to be named (layers: …); strides that it has: %s"
              .formatted(source(), byStride.keySet()));
    }
    return Collections.unmodifiableMap(found);
  }

  /** The numbers that training learned, see {@link LearnedNumbers}. */
  public long learned() {
    return LearnedNumbers.of(file);
  }

  /** The file's own notes. */
  public Map<String, String> metadata() {
    return metadata.entries();
  }

  /** The program that wrote the file, with its version. */
  public String producer() {
    ModelProto model = file.model();
    return (model.getProducerName() + " " + model.getProducerVersion()).strip();
  }

  /** Version of the file format. */
  public long irVersion() {
    return file.model().getIrVersion();
  }

  /** Version of the standard operators. */
  public long opset() {
    return file.opset();
  }

  /** Numbers in all initialisers: weights, biases, statistics and constants. */
  public long parameters() {
    return file.initialisers().values().stream().mapToLong(TensorContent::elements).sum();
  }

  /**
   * Multiplications that one image takes on the way to these tensors, in convolutions and matrix
   * products.
   *
   * @throws InputException if the input size is open
   */
  public long multiplyAdds(Collection<String> tensors) {
    return MultiplyAdds.of(file, inputSize(), tensors);
  }

  /**
   * Every tensor of fractions that a node computes from the image, in graph order.
   *
   * @throws InputException if the input size is open or extents contradict each other
   */
  public List<Layer> layers() {
    return search().layers();
  }

  private synchronized LayerSearch search() {
    LayerSearch found = search;
    if (found == null) {
      found = new LayerSearch(file, inputSize());
      search = found;
    }
    return found;
  }

  /**
   * One layer.
   *
   * @throws InputException if the network has none of that name; the message names the nearest
   */
  public Layer layer(String name) {
    return layers().stream()
        .filter(l -> l.name().equals(name))
        .findFirst()
        .orElseThrow(() -> noSuchLayer(name));
  }

  private InputException noSuchLayer(String name) {
    List<String> names = layers().stream().map(Layer::name).toList();
    String head = metadata().get(HEADLESS);
    if (head != null && (name.equals(head) || name.startsWith(head + "."))) {
      return new InputException(
          "network %s has no layer '%s': its weights come without the head '%s', or with another; the last layer that it has is '%s'"
              .formatted(source(), name, head, names.get(names.size() - 1)));
    }
    return new InputException(
        "network %s has no layer '%s'; nearest: %s; its layers: %s"
            .formatted(source(), name, Names.nearest(name, names), Names.list(names)));
  }

  /**
   * The bytes of a model whose outputs are exactly these tensors, in this order, with only what
   * they need, as in evaluation. It takes float32 images {@code [image, channel, row, column]}: one
   * at a time where they are not known to stay apart, else as many at once as the network was
   * exported for, or any number; feature maps come out in that order of axes, and all numbers as
   * float32. A tensor named twice is one output. Equal arguments give equal bytes.
   *
   * @throws InputException as {@link #requireRunnable}
   */
  public byte[] tapped(List<String> tensors) {
    List<Layer> distinct = requireRunnable(tensors);
    return Tapping.of(file, inputSize(), search().images(distinct), taps(distinct)).toByteArray();
  }

  private static List<Tap> taps(List<Layer> layers) {
    return layers.stream().map(OnnxGraph::tap).toList();
  }

  /**
   * The layers of these names, each once.
   *
   * @throws InputException if the network has no such layer, it is known not to keep images apart
   *     along its first axis, or it has no values that file and image decide
   */
  public List<Layer> requireRunnable(List<String> tensors) {
    if (tensors.isEmpty()) {
      throw new IllegalArgumentException("no tensor to tap");
    }
    List<Layer> distinct = new LinkedHashSet<>(tensors).stream().map(this::layer).toList();
    distinct.forEach(this::requireRunnable);
    return distinct;
  }

  /**
   * The layers of these names, each once, whose axes a reader knows.
   *
   * @throws InputException as {@link #requireRunnable}, or if a layer's axes are not those of a
   *     feature map or of channels alone
   */
  public List<Layer> requireReadable(List<String> tensors) {
    List<Layer> distinct = requireRunnable(tensors);
    distinct.forEach(this::requireUsualAxes);
    return distinct;
  }

  /**
   * What a person should know of how these layers are computed, one sentence each: that images run
   * one at a time and why, and which nodes of training form are made to compute as in evaluation.
   *
   * @throws InputException as {@link #requireRunnable}
   */
  public List<String> runNotes(List<String> tensors) {
    List<Layer> distinct = requireRunnable(tensors);
    List<String> notes = new ArrayList<>();
    distinct.stream()
        .filter(l -> !l.run().any())
        .findFirst()
        .ifPresent(l -> notes.add("runs one image at a time: " + l.run().reason()));
    notes.addAll(Tapping.changes(file, taps(distinct)));
    return notes;
  }

  /** Nodes of training form anywhere in the file, and what is made of them, one sentence each. */
  public List<String> trainingNotes() {
    return Tapping.changes(file);
  }

  private void requireUsualAxes(Layer layer) {
    if (layer.shape() != null && !layer.hasUsualAxes()) {
      throw new InputException(
          "layer '%s' of network %s cannot be read: its shape per image is %s, and its axes are not known to be [channel, row, column] of the image in order"
              .formatted(layer.name(), source(), layer.shape()));
    }
  }

  private static Tap tap(Layer layer) {
    return new Tap(layer.name(), layer.storage().order(), layer.storage().isCast(), layer.shape());
  }

  private void requireRunnable(Layer layer) {
    ImageRun run = layer.run();
    String why = run.possible() ? layer.separate() ? "" : layer.note() : run.reason();
    if (!why.isEmpty()) {
      throw new InputException(
          "layer '%s' of network %s cannot be studied: %s".formatted(layer.name(), source(), why));
    }
  }

  /**
   * The untrained twin: the same graph with weights drawn from a seed by the rule of {@link
   * Untrained}, which its metadata names.
   *
   * @param seed from 0 to 2³² − 1
   * @throws InputException if its weights cannot be drawn anew
   */
  public OnnxGraph untrained(long seed) {
    ModelProto drawn = Untrained.of(file, seed);
    String name = source() + ", untrained(" + seed + ")";
    return new OnnxGraph(ModelReader.of(drawn, name), size);
  }

  /**
   * The network with the split in its architecture: each half of the image runs through a copy of
   * its own up to a layer, the callosum, and the rest is computed from both ({@link
   * CallosalGraph}). It has only what these layers need; they keep their names.
   *
   * @param split where the halves' maps are joined, and what they share before
   * @param layers each once
   * @throws InputException if there is no such layer, or one cannot be had so
   */
  public OnnxGraph callosal(Callosal split, List<String> layers) {
    String callosum = split.callosum();
    String where =
        (callosum == null ? "no callosum" : "the callosum at '" + callosum + "'")
            + (split.sharedGates() ? " and shared gates" : "");
    if (callosum != null) {
      requireReadable(List.of(callosum));
    }
    requireReadable(layers);
    try {
      ModelProto edited = CallosalGraph.of(file, inputSize(), split, layers, columnAxes());
      OnnxGraph graph = new OnnxGraph(ModelReader.of(edited, source() + ", " + where), size);
      graph.requireReadable(layers).forEach(OnnxGraph::requireColumns);
      return graph;
    } catch (BadGraphException | InputException e) {
      throw new InputException(
          "network %s cannot be split in its architecture with %s for the layers %s: %s"
              .formatted(source(), where, String.join(", ", layers), e.getMessage()),
          e);
    }
  }

  /**
   * Whether a layer is computed from gates before the callosum: means over a whole map, as of
   * squeeze-and-excitation.
   *
   * @param callosum null if there is none
   */
  public boolean hasGates(@Nullable String callosum, String layer) {
    return CallosalGraph.hasGates(file, callosum, layer, columnAxes());
  }

  /**
   * Whether a layer is computed before the callosum, or is it.
   *
   * @param callosum null if there is none
   */
  public boolean isApart(@Nullable String callosum, String layer) {
    return CallosalGraph.isApart(file, callosum, layer);
  }

  private static void requireColumns(Layer layer) {
    if (!layer.splittable()) {
      throw new InputException("'" + layer.name() + "' is not known to be a map with columns");
    }
  }

  private Map<String, Integer> columnAxes() {
    return layers().stream()
        .filter(Layer::splittable)
        .collect(Collectors.toMap(Layer::name, l -> l.storage().columnAxis()));
  }

  /** The whole model, all outputs kept, as the bytes of an ONNX file. */
  public byte[] bytes() {
    return file.model().toByteArray();
  }
}
