package io.chiasm.networks.shape;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.graph.Node;
import io.chiasm.networks.graph.OnnxFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The layers of a network: every tensor of fractions that a node computes from the image. */
public final class Layers {
  private Layers() {}

  /**
   * The layers in graph order.
   *
   * @param size of the images that the network gets
   * @param images how many run at once; 0 for any number
   * @throws InputException if extents in the graph contradict each other
   */
  public static List<Layer> of(OnnxFile file, ImageSize size, long images) {
    Map<String, Fact> facts = Inference.of(file, size, images);
    Map<String, Images> parts = Separation.of(file, facts, Dim.batch(images));
    List<Layer> layers = new ArrayList<>();
    for (Node node : file.nodes()) {
      for (String output : node.outputs()) {
        Fact fact = facts.get(output);
        // Type 0 is not known: it may be float32, and running it will tell.
        boolean numbers = fact != null && (fact.isReal() || fact.type() == 0);
        if (fact != null && numbers && fact.fromImage() && !output.isEmpty()) {
          layers.add(layer(output, node.operator(), fact, run(parts.get(output))));
        }
      }
    }
    return List.copyOf(layers);
  }

  /** Images apart along the first axis are right in any number, all else for one at a time. */
  private static ImageRun run(@Nullable Images images) {
    Images known = images == null ? Images.ABSENT : images;
    return switch (known.kind()) {
      case UNANSWERED -> ImageRun.none(known.why());
      case TOGETHER -> ImageRun.single(known.why());
      case APART ->
          known.equals(Images.FIRST)
              ? ImageRun.FREE
              : ImageRun.single("its images do not lie along the first axis");
      case ABSENT, COUNTED -> ImageRun.FREE;
    };
  }

  private static Layer layer(String name, String operator, Fact fact, ImageRun run) {
    Storage storage = Storage.of(fact);
    FeatureMap map = storage.isTurned() ? storage.usual(fact.map()) : fact.map();
    Shape shape = perImage(storage.turned(fact.dims()));
    String note = fact.dims() == null ? fact.unknown() : "";
    if (fact.dims() != null && shape == null) {
      note =
          "its extents are "
              + fact.dims()
              + ", not one array of at most 2^31 numbers per image along the first axis";
    }
    // Only [channel, row, column] is a feature map to the rest of the pipeline.
    boolean usual = shape != null && map != null && map.rowAxis() == 2 && map.columnAxis() == 3;
    return new Layer(
        name,
        operator,
        shape,
        map == null || !usual ? null : map.rows(),
        map == null || !usual ? null : map.columns(),
        fact.mixing(),
        shape != null || fact.dims() == null,
        note,
        storage,
        run);
  }

  private static @Nullable Shape perImage(@Nullable List<Dim> dims) {
    if (dims == null || dims.isEmpty() || !dims.get(0).isBatch()) {
      return null;
    }
    List<Dim> rest = dims.subList(1, dims.size());
    double images = Math.max(1, dims.get(0).images());
    double elements = rest.stream().mapToDouble(Dim::factor).reduce(images, (a, b) -> a * b);
    return rest.stream().anyMatch(Dim::perImage) || elements > Integer.MAX_VALUE
        ? null
        : new Shape(rest.stream().map(Dim::factor).toList());
  }
}
