package io.chiasm.networks;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.networks.graph.FloatValue;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.ModelReader;
import io.chiasm.networks.graph.OnnxFile;
import io.chiasm.networks.graph.Tapping;
import io.chiasm.networks.graph.TensorContent;
import io.chiasm.networks.shape.ImageRun;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.Layers;
import io.chiasm.networks.weights.Untrained;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 *   <li>{@code input.layout}: must be {@code NCHW}; {@code input.color}: must be {@code RGB}
 *   <li>{@code layers.<label>}: tensor to study under that label, such as {@code layers.early}
 *   <li>{@code chiasm.architecture}, {@code chiasm.weights}, {@code chiasm.weights.kept}: written
 *       by {@link #untrained} and for built-in networks
 * </ul>
 */
public final class OnnxGraph {
  private final OnnxFile file;
  private final Metadata metadata;
  private final @Nullable ImageSize size;
  private @Nullable List<Layer> layers;

  private OnnxGraph(OnnxFile file, @Nullable ImageSize size) {
    this.file = file;
    this.metadata = new Metadata(file.source(), file.metadata());
    this.size = size;
  }

  /**
   * Reads an ONNX file.
   *
   * @throws InputException naming the file and what is wrong: unreadable, too large, cut short,
   *     weights in other files, tensors without a maker, circles, not exactly one float32 input
   *     {@code [N, 3, H, W]} …
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
    ImageSize fixed = file.input().size();
    return fixed == null
        ? new OnnxGraph(file, new Metadata(file.source(), file.metadata()).inputSize().orElse(null))
        : new OnnxGraph(file, fixed);
  }

  /** Where the network came from, for messages. */
  public String source() {
    return file.source();
  }

  /** Hex SHA-256 digest of the bytes that the network was read from. */
  public String sha256() {
    return file.sha256();
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
              + "' open; give a height and a width in pixels");
    }
    return size;
  }

  /**
   * The same network for images of a given size.
   *
   * @throws InputException if the graph fixes another size
   */
  public OnnxGraph withInputSize(ImageSize given) {
    ImageSize fixed = file.input().size();
    if (fixed != null && !fixed.equals(given)) {
      throw new InputException(
          source() + ": takes images of " + fixed + " pixels only, not " + given);
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
   * Every float32 tensor that a node computes from the image, in graph order.
   *
   * @throws InputException if the input size is open or extents contradict each other
   */
  public synchronized List<Layer> layers() {
    List<Layer> found = layers;
    if (found == null) {
      found = Layers.of(file, inputSize());
      layers = found;
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
    return new InputException(
        "network %s has no layer '%s'; nearest: %s; its layers: %s"
            .formatted(source(), name, Names.nearest(name, names), Names.list(names)));
  }

  /**
   * The bytes of a model whose outputs are exactly these tensors, in this order, with only what
   * they need, as in evaluation: for any number of images at once where images are known to stay
   * apart, else for one. A tensor named twice is one output. Equal arguments give equal bytes.
   *
   * @throws InputException if the network has no such layer, it is known not to keep images apart
   *     along its first axis, or it gives no answer that file and image decide
   */
  public byte[] tapped(List<String> tensors) {
    if (tensors.isEmpty()) {
      throw new IllegalArgumentException("no tensor to tap");
    }
    List<Layer> distinct = runnable(tensors);
    return Tapping.of(file, inputSize(), batch(distinct), outputs(distinct)).toByteArray();
  }

  /**
   * What a person should know of how these layers are computed, one sentence each: that images run
   * one at a time and why, and which nodes of training form are made to compute as in evaluation.
   *
   * @throws InputException as {@link #tapped}
   */
  public List<String> notes(List<String> tensors) {
    List<Layer> distinct = runnable(tensors);
    List<String> notes = new ArrayList<>();
    distinct.stream()
        .filter(l -> !l.run().any())
        .findFirst()
        .ifPresent(l -> notes.add("runs one image at a time: " + l.run().reason()));
    notes.addAll(Tapping.changes(file, outputs(distinct)));
    return notes;
  }

  /** Nodes of training form anywhere in the file, and what is made of them, one sentence each. */
  public List<String> trainingNotes() {
    return Tapping.changes(file);
  }

  private List<Layer> runnable(List<String> tensors) {
    List<Layer> distinct = new LinkedHashSet<>(tensors).stream().map(this::layer).toList();
    distinct.forEach(this::requireRunnable);
    return distinct;
  }

  private static long batch(List<Layer> layers) {
    return layers.stream().allMatch(l -> l.run().any()) ? ImageRun.ANY : 1;
  }

  private static List<ValueInfoProto> outputs(List<Layer> layers) {
    return layers.stream().map(OnnxGraph::output).toList();
  }

  private static ValueInfoProto output(Layer layer) {
    return layer.shape() == null
        ? FloatValue.of(layer.name())
        : FloatValue.of(layer.name(), layer.shape());
  }

  private void requireRunnable(Layer layer) {
    ImageRun run = layer.run();
    String why = run.possible() ? layer.separate() ? "" : layer.note() : run.reason();
    if (why.isEmpty() && !run.any() && layer.shape() == null && file.input().batch() > 1) {
      why = run.reason() + ", and it takes " + file.input().batch() + " images at once only";
    }
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

  /** The whole model, all outputs kept, as the bytes of an ONNX file. */
  public byte[] bytes() {
    return file.model().toByteArray();
  }
}
