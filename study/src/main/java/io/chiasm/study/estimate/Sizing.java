package io.chiasm.study.estimate;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.report.writing.size.DrawnMaps;
import io.chiasm.study.plan.Material;
import io.chiasm.study.plan.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Counts a plan's tasks and adds up what they store; each object once, as the store has it. */
public final class Sizing {
  private static final long NPY_HEADER = 128;
  private static final long GRAM_DOCUMENT = 850;

  /** Of each array that a document of scores names. */
  private static final long ARRAY_ENTRY = 270;

  private final Study study;
  private final Plan plan;
  private final Prospect prospect;
  private final Set<ObjectKey> seen = new HashSet<>();
  private final Map<ObjectKey, Shape> blocks = new HashMap<>();
  private final Set<String> unknown = new TreeSet<>();
  private final Map<String, Long> bytes = new LinkedHashMap<>();
  private double passes;
  private double images;
  private double multiplyAdds;
  private double gramProducts;
  private double fitted;
  private double decompositions;
  private double screenings;
  private double scored;

  private Sizing(Study study, Plan plan, Prospect prospect) {
    this.study = study;
    this.plan = plan;
    this.prospect = prospect;
  }

  /** The size of a planned study. */
  public static StudySize of(Study study, Plan plan, Prospect prospect) {
    return new Sizing(study, plan, prospect).size();
  }

  private StudySize size() {
    Material material = prospect.material();
    bytes.put("photographs", prospect.photographBytes());
    bytes.put("networks", networks(material));
    bytes.put("responses, folds, features", inputs(material));
    bytes.put("activations", plan.extraction().stream().mapToLong(this::activations).sum());
    bytes.put("Gram matrices", plan.fanIns().values().stream().mapToLong(this::grams).sum());
    bytes.put("scores", plan.encoding().mapToLong(this::scores).sum());
    return new StudySize(counts(material), bytes, work(material), List.copyOf(unknown));
  }

  private Map<String, Long> counts(Material material) {
    Map<String, Long> counts = new LinkedHashMap<>();
    counts.put("participants", (long) material.participants().size());
    counts.put("photographs", photographs(material));
    counts.put("extraction tasks", (long) plan.extraction().size());
    counts.put("Gram tasks", (long) plan.fanIns().size());
    counts.put("encoding tasks", plan.encoding().count());
    return counts;
  }

  private static long photographs(Material material) {
    return material.participants().stream()
        .flatMap(p -> p.stimuli().stream())
        .map(stimulus -> stimulus.stimulus().number())
        .distinct()
        .count();
  }

  private StudySize.Work work(Material material) {
    return new StudySize.Work(
        photographs(material),
        passes,
        images,
        multiplyAdds,
        bytes.getOrDefault("activations", 0L),
        gramProducts,
        plan.encoding().count(),
        fitted,
        decompositions,
        screenings,
        scored,
        study.surface() == null ? 0 : maps());
  }

  private long maps() {
    String own = study.split().label();
    List<List<String>> drawn =
        plan.encoding()
            .filter(task -> task.split().equals(own))
            .map(task -> List.of(task.network(), task.layer(), task.participant().value()))
            .distinct()
            .toList();
    long means = drawn.stream().map(map -> map.subList(0, 2)).distinct().count();
    return DrawnMaps.count(means, drawn.size());
  }

  private long networks(Material material) {
    long own =
        material.networks().stream()
            .filter(network -> seen.add(network.network().graph()))
            .mapToLong(network -> prospect.networkBytes().getOrDefault(network.name(), 0L))
            .sum();
    long edited =
        material.networks().stream()
            .flatMap(network -> network.callosal().values().stream())
            .flatMap(layers -> layers.values().stream())
            .map(layer -> layer.network().graph())
            .filter(seen::add)
            .mapToLong(graph -> prospect.networkBytes().getOrDefault(graph.value(), 0L))
            .sum();
    return own + edited;
  }

  private long inputs(Material material) {
    Stream<TensorRef> all =
        Stream.concat(
            material.features().stream().map(Material.Features::tensor),
            material.participants().stream()
                .flatMap(
                    p -> Stream.concat(Stream.of(p.folds()), p.responses().values().stream())));
    return all.filter(ref -> seen.add(ref.key())).mapToLong(TensorRef::bytes).sum();
  }

  private long activations(ExtractionTask task) {
    long sum = 0;
    boolean runs = false;
    for (LayerTarget target : task.layers()) {
      Shape shape = shape(task, target.tensor());
      ObjectKey block = target.block(task.block());
      blocks.put(block, shape);
      if (seen.add(block)) {
        runs = true;
        sum +=
            NPY_HEADER
                + task.stimuli().size() * shape.elements() * task.activations().stored().bytes();
      }
    }
    if (runs) {
      passes++;
      images += task.stimuli().size();
      multiplyAdds += (double) task.stimuli().size() * prospect.extents().multiplyAdds(task);
    }
    return sum;
  }

  private Shape shape(ExtractionTask task, String tensor) {
    Shape shape = prospect.extents().layers(task).get(tensor);
    if (shape == null) {
      unknown.add(task.networkName() + ": " + tensor);
      return Shape.of(0, 0, 0);
    }
    return shape;
  }

  private long grams(FanIn fanIn) {
    Shape shape = activation(fanIn);
    long stimuli = stimuli(fanIn);
    long passes = fanIn.gram().split().equals(SplitName.IMAGE.label()) ? 2 : 1;
    return fanIn
        .grams()
        .filter(gram -> seen.add(gram.result()))
        .mapToLong(
            gram -> {
              gramProducts += (double) stimuli * stimuli * shape.elements() * passes;
              return GRAM_DOCUMENT
                  + (hasRest(gram, shape) ? 3 : 2)
                      * (NPY_HEADER + stimuli * stimuli * Double.BYTES);
            })
        .sum();
  }

  private Shape activation(FanIn fanIn) {
    Shape known = blocks.get(fanIn.blocks().get(0).block());
    if (known != null) {
      return known;
    }
    return prospect.material().features().stream()
        .filter(features -> features.tensor().key().equals(fanIn.blocks().get(0).block()))
        .map(features -> features.tensor().shape())
        .map(shape -> Shape.of(shape.extent(1), shape.extent(2), shape.extent(3)))
        .findFirst()
        .orElse(Shape.of(0, 0, 0));
  }

  private static long stimuli(FanIn fanIn) {
    return fanIn.tasks().stream().mapToLong(t -> t.responses().shape().extent(0)).max().orElse(0);
  }

  /** Whether something is in neither half. */
  private static boolean hasRest(GramTask gram, Shape shape) {
    return switch (SplitName.of(gram.split())) {
      case FEATURES, JOINT, ARCHITECTURE, MIRRORED -> shape.extent(2) % 2 == 1;
      case UPPER_LOWER -> shape.extent(1) % 2 == 1;
      case RANDOM -> shape.extent(1) * shape.extent(2) % 2 == 1;
      case CHANNELS -> shape.extent(0) % 2 == 1;
      case IMAGE -> false;
    };
  }

  private long scores(EncodingTask task) {
    if (!seen.add(task.result())) {
      return 0;
    }
    long stimuli = task.responses().shape().extent(0);
    long vertices = task.responses().shape().extent(1);
    int folds = prospect.extents().folds(task.participant());
    Models models = Models.of(SplitName.of(task.split()), task.regression());
    addWork(task.regression(), models, stimuli, vertices, folds);
    long plain = models.vertexArrays();
    long foldwise = models.foldArrays();
    long predictions = task.vertex() == null ? 0 : 1 + models.predicting();
    long arrays = plain + foldwise + predictions;
    return arrays * (NPY_HEADER + ARRAY_ENTRY)
        + (plain + foldwise * folds) * vertices * Float.BYTES
        + predictions * stimuli * Float.BYTES;
  }

  private void addWork(
      Regression regression, Models models, long stimuli, long vertices, int folds) {
    double training = Math.min(prospect.extents().largestTraining(), stimuli);
    fitted += (double) folds * models.spaces();
    double fits = (double) folds * models.spaces() * penalties(regression);
    decompositions += fits * training * training * training;
    screenings += fits * training * training * vertices;
    scored += vertices;
  }

  private static int penalties(@Nullable Regression regression) {
    return regression instanceof Regression.Ridge ridge ? ridge.alphas().size() : 1;
  }
}
