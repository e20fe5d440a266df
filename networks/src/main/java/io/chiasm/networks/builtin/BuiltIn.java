package io.chiasm.networks.builtin;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.Names;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.WeightSets.Candidate;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.catalogue.Preset;
import io.chiasm.networks.catalogue.PublishedWeights;
import io.chiasm.networks.checkpoint.Checkpoint;
import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.construction.GraphBuilder;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architecture.Variant;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.family.InitialWeights;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.module.BatchStatistics;
import io.chiasm.networks.module.Emission;
import io.chiasm.networks.module.ParameterSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Networks of torchvision's architectures as ONNX graphs: what torch computes in evaluation, with
 * batch norm folded into convolutions. Tensors are called by torchvision's paths of modules, such
 * as {@code features.2} and {@code features.2.1}.
 */
public final class BuiltIn {
  static final long MAX_SEED = 0xffff_ffffL;

  private static final int SHOWN = 5;

  private final Architecture architecture;
  private final Preset preset;

  private BuiltIn(Architecture architecture) {
    this.architecture = architecture;
    this.preset = defaults().preset();
  }

  /**
   * A built-in architecture.
   *
   * @throws InputException if there is none of that name; the message names the nearest
   */
  public static BuiltIn named(String name) {
    return new BuiltIn(Architectures.named(name).orElseThrow(() -> unknown(name)));
  }

  private static InputException unknown(String name) {
    List<String> names = Architectures.all().stream().map(Architecture::name).toList();
    String other =
        Catalogue.of(name).isEmpty()
            ? "; nearest: " + Names.nearest(name, names)
            : "; export it to ONNX and name the file with 'onnx:'";
    return new InputException("architecture '" + name + "' is not built in" + other);
  }

  /** The built-in architecture whose tensors a file has, with any head; empty if it has others. */
  public static Optional<BuiltIn> recognised(Checkpoint file) {
    return recognised(file, "");
  }

  private static Optional<BuiltIn> recognised(Checkpoint file, String set) {
    return Architectures.all().stream()
        .filter(a -> WeightSets.of(a, file, false).fit(set))
        .findFirst()
        .map(BuiltIn::new);
  }

  /**
   * The network whose weights a file has.
   *
   * @param set name of one of its sets of weights; empty for the model itself
   * @throws InputException if they are those of no built-in architecture, or as {@link
   *     #trained(Path)}
   */
  public static TrainedNetwork recognised(Path file, String set) {
    Checkpoint checkpoint = Checkpoint.open(file);
    return recognised(checkpoint, set)
        .or(() -> recognised(checkpoint, "")) // names the sets there are
        .orElseThrow(() -> unknown(checkpoint))
        .trained(file, set);
  }

  private static InputException unknown(Checkpoint file) {
    StateDict plain = file.plain();
    String first =
        plain.keys().stream()
            .limit(SHOWN)
            .map(k -> k + " " + plain.shape(k))
            .collect(Collectors.joining(", "));
    String hint = OtherLayout.hint(plain.keys());
    return new InputException(
        String.format(
            Locale.ROOT,
            "%s: has %d tensors%s (%s …), not those of any built-in architecture%s",
            file.source(),
            plain.keys().size(),
            plain.name().isEmpty() ? "" : " under '" + plain.name() + "'",
            first,
            hint.isEmpty() ? "; 'networks' lists them" : hint));
  }

  /** torchvision's name of the architecture. */
  public String name() {
    return architecture.name();
  }

  /** Defaults of the architecture: the first of its published weights. */
  public PublishedWeights defaults() {
    return Catalogue.of(architecture.name()).get(0);
  }

  /**
   * Facts about published weights of this architecture.
   *
   * @throws InputException if it has none of that name; the message lists those there are
   */
  public PublishedWeights published(String weights) {
    List<PublishedWeights> known = Catalogue.of(architecture.name());
    return known.stream()
        .filter(w -> w.weights().equals(weights))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    "%s has no published weights '%s'; possible: %s"
                        .formatted(
                            architecture.name(),
                            weights,
                            known.stream()
                                .map(PublishedWeights::weights)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The network that {@code torch.manual_seed(seed)} and torchvision's constructor make.
   *
   * @param seed from 0 to 2³² − 1
   * @throws InputException if the seed is out of range
   */
  public OnnxGraph untrained(long seed) {
    ParameterSource drawn = drawn(seed);
    return graph(drawn, Variant.NEW, "untrained(" + seed + ")", preset);
  }

  private ParameterSource drawn(long seed) {
    if (seed < 0 || seed > MAX_SEED) {
      throw new InputException("seed " + seed + " is not within 0 to " + MAX_SEED);
    }
    return InitialWeights.of(architecture, seed);
  }

  /**
   * The network of {@link #untrained}, for its batch norms to be given the statistics of images.
   *
   * @param seed from 0 to 2³² − 1
   * @throws InputException if the seed is out of range or the architecture has no batch norm
   */
  public Recalibration recalibration(long seed) {
    return new Recalibration(
        architecture, seed, trainingForm(drawn(seed), "untrained(" + seed + ")"));
  }

  /** The network with any numbers, its batch norms as in training. */
  TrainingForm trainingForm(ParameterSource numbers, String weights) {
    GraphBuilder graph = GraphBuilder.named(architecture.name());
    Emission emission = Emission.learningNorms(graph, numbers);
    architecture.build(Variant.NEW).emit("", image(graph, preset), emission);
    for (BatchStatistics norm : emission.statistics()) {
      graph.output(norm.means()).output(norm.variances());
    }
    OnnxGraph made = OnnxGraph.of(graph.model(), architecture.name() + ":" + weights);
    return new TrainingForm(made, emission.statistics());
  }

  /**
   * A network with weights of a file. Input size and normalisation are those of the architecture's
   * first published weights; the head may have any number of classes, be another, or be missing.
   *
   * @throws InputException if the file is broken, lacks tensors or has others, or if its weights
   *     cannot be told from an initialisation
   */
  public OnnxGraph trained(Path file) {
    return trained(file, "").graph();
  }

  /**
   * A network with weights of a file that may hold several sets of them.
   *
   * @param set name of the set; empty for the model itself
   * @throws InputException as {@link #trained(Path)}, or if there is no such set
   */
  public TrainedNetwork trained(Path file, String set) {
    return trained(Checkpoint.open(file), set, "weights of " + file.getFileName(), preset, false);
  }

  /**
   * A network with published weights.
   *
   * @param file that holds them
   * @throws InputException as {@link #trained(Path)}
   */
  public TrainedNetwork trained(PublishedWeights weights, Path file) {
    return trained(Checkpoint.open(file), "", weights.weights(), weights.preset(), true);
  }

  private TrainedNetwork trained(
      Checkpoint file, String set, String weights, Preset wanted, boolean published) {
    WeightSets sets = WeightSets.of(architecture, file, published);
    Candidate taken = sets.choose(set);
    if (!taken.fits()) {
      recognised(file, set).ifPresent(other -> refuse(file, other));
    }
    CheckedWeights checked = taken.weights().require();
    Optional<Recalibrated> recalibrated = Recalibrated.of(checked.stored());
    Trainedness trainedness = new Trainedness(checked.parameters(), checked);
    trainedness.require(file.source(), recalibrated.isEmpty());
    OnnxGraph graph =
        graph(
            checked,
            checked.variant(),
            recalibrated.map(Recalibrated::label).orElse(weights),
            wanted);
    return new TrainedNetwork(graph, WeightNotes.of(taken, sets.others(taken)));
  }

  private void refuse(Checkpoint file, BuiltIn other) {
    throw new InputException(
        "%s: has the tensors of %s, not of %s"
            .formatted(file.source(), other.name(), architecture.name()));
  }

  /** The network with any numbers; it ends before the first part of the head without them. */
  OnnxGraph graph(ParameterSource numbers, Variant variant, String weights, Preset wanted) {
    String name = architecture.name() + ":" + weights;
    GraphBuilder graph = GraphBuilder.named(architecture.name());
    String image = image(graph, wanted);
    graph.metadata("chiasm.architecture", architecture.name()).metadata("chiasm.weights", weights);
    defaults().layers().forEach((label, tensor) -> graph.metadata("layers." + label, tensor));
    Emission emission = new Emission(graph, numbers);
    String result = architecture.build(variant).emit("", image, emission);
    if (emission.ended()) {
      graph.metadata(OnnxGraph.HEADLESS, architecture.headModule());
    }
    return OnnxGraph.of(graph.output(result).model(), name);
  }

  private static String image(GraphBuilder graph, Preset wanted) {
    ImageSize size = new ImageSize(wanted.crop(), wanted.crop());
    String image = graph.input("image", size, wanted.normalisation());
    graph
        .metadata("input.resize", String.valueOf(wanted.resize()))
        .metadata("input.interpolation", wanted.interpolation().name().toLowerCase(Locale.ROOT));
    return image;
  }
}
