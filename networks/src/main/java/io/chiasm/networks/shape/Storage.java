package io.chiasm.networks.shape;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.chiasm.networks.graph.NumberKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a graph keeps a layer, where that is not {@code [image, channel, row, column]} in float32. A
 * feature map whose rows and columns are known to lie along other axes is read with its axes
 * turned.
 *
 * @param order for every axis that is read the graph's own; empty if they are the same
 * @param type ONNX number of the element type; 0 if unknown
 */
public record Storage(List<Long> order, int type) {
  private static final List<Long> USUAL = List.of(0L, 1L, 2L, 3L);
  private static final int RANK = 4;

  public Storage {
    order = List.copyOf(order);
  }

  static Storage of(Fact fact) {
    FeatureMap map = fact.map();
    List<Dim> dims = fact.dims();
    return map == null || dims == null || !isTurnable(map, dims)
        ? new Storage(List.of(), fact.type())
        : new Storage(order(map), fact.type());
  }

  private static boolean isTurnable(FeatureMap map, List<Dim> dims) {
    return dims.size() == RANK
        && dims.get(0).isBatch()
        && !map.uses(0)
        && map.rowAxis() != map.columnAxis();
  }

  private static List<Long> order(FeatureMap map) {
    int channel = 1 + 2 + 3 - map.rowAxis() - map.columnAxis();
    List<Long> order = List.of(0L, (long) channel, (long) map.rowAxis(), (long) map.columnAxis());
    return order.equals(USUAL) ? List.of() : order;
  }

  /** The graph's own axis of a feature map's columns. */
  public int columnAxis() {
    return order.isEmpty() ? RANK - 1 : order.get(RANK - 1).intValue();
  }

  /** Whether the graph keeps its axes in another order. */
  public boolean isTurned() {
    return !order.isEmpty();
  }

  /** Whether its numbers must be made float32. */
  public boolean isCast() {
    return NumberKind.isReal(type) && type != DataType.FLOAT_VALUE;
  }

  /**
   * The graph's own axes by name, such as {@code [row, column, channel]}; empty if they are usual.
   */
  public String axes() {
    if (!isTurned()) {
      return "";
    }
    String[] names = new String[RANK - 1];
    names[order.get(1).intValue() - 1] = "channel";
    names[order.get(2).intValue() - 1] = "row";
    names[order.get(3).intValue() - 1] = "column";
    return "[" + String.join(", ", names) + "]";
  }

  @Nullable List<Dim> turned(@Nullable List<Dim> dims) {
    return dims == null || !isTurned()
        ? dims
        : order.stream().map(axis -> dims.get(axis.intValue())).toList();
  }

  @Nullable FeatureMap usual(@Nullable FeatureMap map) {
    return map == null ? null : map.withAxes(2, 3);
  }
}
