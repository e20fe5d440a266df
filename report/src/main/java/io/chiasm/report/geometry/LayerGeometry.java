package io.chiasm.report.geometry;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.graph.ImageSize;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.Mixing;
import io.chiasm.networks.shape.ReceptiveField;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * Where the columns and rows of a layer look, in pixels of the network's input counted from 0. NaN
 * where the network's file does not tell.
 *
 * @param stride pixels from one column to the next
 * @param size width of a column's receptive field
 * @param firstCentre centre of the first column's receptive field
 * @param lastCentre centre of the last column's
 * @param midline of the input: half of its width less half a pixel
 * @param leftDistance mean distance of the left half's centres to the midline
 * @param rightDistance mean distance of the right half's centres to the midline
 * @param upDown the same of the rows, whose halves are the upper and the lower one
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
    Rows upDown,
    Mixing mixing) {
  /**
   * Where the rows of a layer look.
   *
   * @param stride pixels from one row to the next
   * @param size height of a row's receptive field
   * @param firstCentre centre of the first row's receptive field
   * @param lastCentre centre of the last row's
   * @param midline horizontal one of the input: half of its height less half a pixel
   * @param upperDistance mean distance of the upper half's centres to it
   * @param lowerDistance mean distance of the lower half's centres to it
   */
  public record Rows(
      double stride,
      double size,
      double firstCentre,
      double lastCentre,
      double midline,
      double upperDistance,
      double lowerDistance) {
    private static Rows of(@Nullable ReceptiveField field, long rows, double midline) {
      return field == null
          ? unknown(midline)
          : new Rows(
              field.stride(),
              field.size(),
              field.centre(0),
              field.centre(rows - 1),
              midline,
              distance(field, 0, rows / 2, midline),
              distance(field, (rows + 1) / 2, rows, midline));
    }

    private static Rows unknown(double midline) {
      double none = Double.NaN;
      return new Rows(none, none, none, none, midline, none, none);
    }
  }

  /**
   * The geometry of one layer.
   *
   * @param input size of the network's input in pixels
   */
  public static LayerGeometry of(String network, String label, Layer layer, ImageSize input) {
    Shape shape = layer.shape();
    ReceptiveField field = layer.columns();
    double midline = (input.width() - 1) / 2.0;
    double horizon = (input.height() - 1) / 2.0;
    if (shape == null || shape.rank() != 3 || field == null) {
      return unknown(network, label, layer, midline, horizon);
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
        Rows.of(layer.rows(), shape.extent(1), horizon),
        layer.mixing());
  }

  private static LayerGeometry unknown(
      String network, String label, Layer layer, double midline, double horizon) {
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
        Rows.unknown(horizon),
        layer.mixing());
  }

  /** Mean over the positions from {@code first} to before {@code end}. */
  private static double distance(ReceptiveField field, long first, long end, double midline) {
    return LongStream.range(first, end)
        .mapToDouble(position -> Math.abs(field.centre(position) - midline))
        .average()
        .orElse(Double.NaN);
  }
}
