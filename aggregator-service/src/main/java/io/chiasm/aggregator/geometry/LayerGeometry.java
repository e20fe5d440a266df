package io.chiasm.aggregator.geometry;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.Mixing;
import io.chiasm.networks.shape.ReceptiveField;
import java.util.stream.LongStream;

/**
 * Where the columns of a layer look, in pixels of the network's input counted from 0. NaN where the
 * network's file does not tell.
 *
 * @param stride pixels from one column to the next
 * @param size width of a column's receptive field
 * @param firstCentre centre of the first column's receptive field
 * @param lastCentre centre of the last column's
 * @param midline of the input: half of its width less half a pixel
 * @param leftDistance mean distance of the left half's centres to the midline
 * @param rightDistance mean distance of the right half's centres to the midline
 * @param mixing whether values depend on more of the image than their receptive field, because an
 *     operation before them averages or attends over positions
 */
public record LayerGeometry(
    String network,
    String layer,
    String tensor,
    double channels,
    double rows,
    double columns,
    double stride,
    double size,
    double firstCentre,
    double lastCentre,
    double midline,
    double leftDistance,
    double rightDistance,
    Mixing mixing) {
  /**
   * The geometry of one layer.
   *
   * @param inputWidth of the network's input in pixels
   */
  public static LayerGeometry of(String network, String label, Layer layer, int inputWidth) {
    Shape shape = layer.shape();
    ReceptiveField field = layer.columns();
    double midline = (inputWidth - 1) / 2.0;
    if (shape == null || shape.rank() != 3 || field == null) {
      return unknown(network, label, layer, midline);
    }
    long columns = shape.extent(2);
    return new LayerGeometry(
        network,
        label,
        layer.name(),
        shape.extent(0),
        shape.extent(1),
        columns,
        field.stride(),
        field.size(),
        field.centre(0),
        field.centre(columns - 1),
        midline,
        distance(field, 0, columns / 2, midline),
        distance(field, (columns + 1) / 2, columns, midline),
        layer.mixing());
  }

  private static LayerGeometry unknown(String network, String label, Layer layer, double midline) {
    double none = Double.NaN;
    return new LayerGeometry(
        network,
        label,
        layer.name(),
        none,
        none,
        none,
        none,
        none,
        none,
        none,
        midline,
        none,
        none,
        layer.mixing());
  }

  /** Mean over the columns from {@code first} to before {@code end}. */
  private static double distance(ReceptiveField field, long first, long end, double midline) {
    return LongStream.range(first, end)
        .mapToDouble(column -> Math.abs(field.centre(column) - midline))
        .average()
        .orElse(Double.NaN);
  }
}
