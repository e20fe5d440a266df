package io.chiasm.study.shell.importing;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.hash.ContentHash;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.Weights;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.LongTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.dataset.algonauts.AlgonautsDataset;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.builtin.BuiltIn;
import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.shell.WeightsFolder;
import io.chiasm.report.results.LeftOut;
import io.chiasm.study.estimate.Prospect;
import io.chiasm.study.plan.Material;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Looks at a study's files without importing them: sizes of photographs, headers of responses,
 * layers of graphs. Names of objects stand for what would be in them, so that what is one object in
 * the store is one here. Weights are not looked for, since a built-in network of any weights has
 * the same layers, but for those of networks that the study can do without.
 */
public final class ProspectReading {
  private static final long NPY_HEADER = 128;

  private final Study study;
  private final Map<Path, OnnxGraph> files = new HashMap<>();
  private final Map<String, Long> networkBytes = new HashMap<>();
  private final ExtentsReading extents = new ExtentsReading();
  private final NetworkSieve sieve = new NetworkSieve();
  private final WeightsFolder weights = WeightsFolder.ofEnvironment();

  private ProspectReading(Study study) {
    this.study = study;
  }

  /**
   * Reads what there is to know.
   *
   * @throws InputException if the study or its files are wrong
   */
  public static Prospect of(Study study) {
    return new ProspectReading(BuiltInDefaults.fill(study)).read();
  }

  private Prospect read() {
    SemanticImport semantic = SemanticImport.of(study);
    AlgonautsDataset dataset = DatasetImporter.open(study);
    Map<ParticipantId, List<StimulusId>> chosen = DatasetImporter.chosen(study, dataset);
    List<StimulusId> union = DatasetImporter.union(chosen);
    List<Material.Network> networks = sieve.kept(study.networks(), this::network);
    StudyFolds folds = StudyFolds.of(study.validation(), union);
    List<Material.Participant> participants = new ArrayList<>();
    chosen.forEach((id, stimuli) -> participants.add(participant(dataset, id, stimuli, folds)));
    long photographs = union.stream().mapToLong(s -> size(dataset.photograph(s))).sum();
    return new Prospect(
        new Material(networks, semantic.looked(union), participants),
        extents.extents(),
        photographs,
        networkBytes,
        sieve.leftOut().stream().map(LeftOut::sentence).toList());
  }

  private Material.Participant participant(
      AlgonautsDataset dataset, ParticipantId id, List<StimulusId> stimuli, StudyFolds folds) {
    Map<Hemisphere, TensorRef> responses = new LinkedHashMap<>();
    for (Hemisphere side : dataset.hemispheres(id)) {
      String name = "responses of " + id + " " + side.label();
      Shape shape = Shape.of(stimuli.size(), dataset.vertices(id, side));
      responses.put(side, tensor(name, shape, ElementType.FLOAT32, Float.BYTES));
    }
    LongTensor assigned = folds.of(stimuli);
    extents.folds(id, assigned.values());
    TensorRef foldsOf =
        tensor("folds of " + stimuli, assigned.shape(), ElementType.INT64, Long.BYTES);
    return new Material.Participant(
        id, stimuli.stream().map(ProspectReading::photograph).toList(), foldsOf, responses);
  }

  private static StimulusRef photograph(StimulusId stimulus) {
    Digest stand = stand("photograph " + stimulus);
    return new StimulusRef(stimulus, ObjectLayout.image(stand), stand);
  }

  static TensorRef tensor(String what, Shape shape, ElementType type, int width) {
    Digest stand = stand(what);
    long bytes = NPY_HEADER + shape.elements() * (long) width;
    return new TensorRef("none", ObjectLayout.input(stand.value()), shape, type, bytes, stand);
  }

  private Material.Network network(NetworkSpec spec) {
    requireWeights(spec);
    OnnxGraph graph = graph(spec);
    DefaultLayers.require(spec, graph);
    if (spec.source() instanceof NetworkSource.Onnx onnx && graph.isWhole()) {
      networkBytes.put(spec.name(), size(onnx.file()));
    } else {
      networkBytes.put(spec.name(), graph.parameters() * Float.BYTES);
    }
    extents.network(spec, graph);
    InputRecipe input =
        new InputRecipe(
            study.preprocessing(),
            graph.inputSize().height(),
            graph.inputSize().width(),
            Normalisation.IMAGENET);
    NetworkRef stored = reference(spec);
    Material.Network network = new Material.Network(spec.name(), stored, input, spec.layers());
    return study.split().apart().isEmpty()
        ? network
        : network.with(
            CallosalReading.of(study.split(), spec, graph)
                .layers((edit, edited, layers) -> edited(stored, edit, edited, layers)));
  }

  private void requireWeights(NetworkSpec spec) {
    if (spec.details().optional() && spec.source() instanceof NetworkSource.BuiltIn builtIn) {
      Catalogue.named(builtIn.architecture(), builtIn.weights())
          .filter(published -> !weights.mayHave(published))
          .ifPresent(
              published -> {
                throw new InputException(weights.missing(published));
              });
    }
  }

  private NetworkRef edited(NetworkRef network, String edit, OnnxGraph graph, List<String> layers) {
    Digest stand = stand("graph " + network + " joined at " + edit);
    NetworkRef stored = new NetworkRef(ObjectLayout.graph(stand), stand, null);
    extents.edited(stored, graph, layers);
    networkBytes.put(stored.graph().value(), (long) graph.bytes().length);
    return stored;
  }

  /** A seed draws the weights of a graph anew in the worker; built-in networks are built here. */
  private static NetworkRef reference(NetworkSpec spec) {
    Long seed =
        spec.source() instanceof NetworkSource.Onnx
                && spec.weights() instanceof Weights.Untrained untrained
            ? untrained.seed()
            : null;
    Digest stand =
        stand(
            "graph "
                + spec.source()
                + (spec.source() instanceof NetworkSource.Onnx ? "" : spec.weights())
                + spec.normalisation());
    return new NetworkRef(ObjectLayout.graph(stand), stand, seed);
  }

  private OnnxGraph graph(NetworkSpec spec) {
    try {
      return spec.source() instanceof NetworkSource.Onnx onnx
          ? NetworkImport.sized(spec, files.computeIfAbsent(onnx.file(), OnnxGraph::read))
          : BuiltIn.named(((NetworkSource.BuiltIn) spec.source()).architecture()).untrained(0);
    } catch (InputException e) {
      throw new InputException("network " + spec.name() + ": " + e.getMessage(), e);
    }
  }

  private static Digest stand(String what) {
    return ContentHash.of("prospect", 1).field("of", what).full();
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
