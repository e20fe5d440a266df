package io.chiasm.networks.shape;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.Shape;
import org.jspecify.annotations.Nullable;

/**
 * One tensor that a network computes from the image.
 *
 * @param name of the tensor in the graph
 * @param operator type of the node that makes it
 * @param shape for one image, {@code [channel, row, column]} for a feature map; null if unknown
 * @param rows receptive field along the image's rows; null where positions are not known
 * @param columns receptive field along the image's columns; null where positions are not known
 * @param mixing whether values depend on more of the image than the receptive field
 * @param separate false if it is known that images do not stay apart along its first axis
 * @param note why the shape is unknown; empty if it is known
 * @param storage how the graph itself keeps it
 * @param run how many images the network may get at once for it
 */
public record Layer(
    String name,
    String operator,
    @Nullable Shape shape,
    @Nullable ReceptiveField rows,
    @Nullable ReceptiveField columns,
    Mixing mixing,
    boolean separate,
    String note,
    Storage storage,
    ImageRun run) {
  /**
   * Whether it is a feature map {@code [channel, row, column]} with columns to share out between
   * the hemifields.
   */
  public boolean splittable() {
    return shape != null && columns != null && shape.rank() == 3 && shape.extent(2) > 1;
  }

  /**
   * Whether its axes are known to be {@code [channel, row, column]}, or {@code [channel]} alone
   * where it has no positions.
   */
  public boolean hasUsualAxes() {
    return shape != null
        && (shape.rank() == 1
            || (shape.rank() == 3
                && (columns != null || (shape.extent(1) == 1 && shape.extent(2) == 1))));
  }

  /** Memory for one image in bytes, float32; 0 if the shape is unknown. */
  public long bytesPerImage() {
    return shape == null ? 0 : Math.multiplyExact(shape.elements(), (long) Float.BYTES);
  }

  /**
   * The shape for one image.
   *
   * @throws InputException saying why it is unknown, if it is
   */
  public Shape knownShape() {
    if (shape == null) {
      throw new InputException("the shape of layer '" + name + "' is not known: " + note);
    }
    return shape;
  }

  /**
   * Receptive fields of its columns.
   *
   * @throws InputException if it is no feature map with known positions
   */
  public ReceptiveField knownColumns() {
    return known(columns);
  }

  /**
   * Receptive fields of its rows.
   *
   * @throws InputException if it is no feature map with known positions
   */
  public ReceptiveField knownRows() {
    return known(rows);
  }

  private ReceptiveField known(@Nullable ReceptiveField field) {
    if (field == null) {
      throw new InputException(
          "layer '" + name + "' is not known to be a feature map [channel, row, column]");
    }
    return field;
  }

  Layer withRun(ImageRun other) {
    return new Layer(name, operator, shape, rows, columns, mixing, separate, note, storage, other);
  }
}
