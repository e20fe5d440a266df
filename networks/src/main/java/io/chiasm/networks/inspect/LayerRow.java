package io.chiasm.networks.inspect;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.shape.ImageRun;
import io.chiasm.networks.shape.Layer;
import io.chiasm.networks.shape.Mixing;
import io.chiasm.networks.shape.ReceptiveField;
import org.jspecify.annotations.Nullable;

/**
 * One layer, as a row of the table of {@code networks inspect}.
 *
 * @param name of the tensor
 * @param operator that makes it
 * @param shape for one image, {@code [channel, row, column]}; null if unknown
 * @param rows receptive field along rows; null where positions are not known
 * @param columns receptive field along columns; null where positions are not known
 * @param mixing whether values depend on more of the image than that
 * @param kibPerImage memory for one image in KiB, float32; 0 if unknown
 * @param splittable whether it has columns to share out between the hemifields
 * @param stored the graph's own order of axes where it is another, such as {@code [row, column,
 *     channel]}; empty if it is the same
 * @param note why something is unknown; empty otherwise
 * @param run how many images the network may get at once for it
 */
public record LayerRow(
    String name,
    String operator,
    @Nullable Shape shape,
    @Nullable ReceptiveField rows,
    @Nullable ReceptiveField columns,
    Mixing mixing,
    double kibPerImage,
    boolean splittable,
    String stored,
    String note,
    ImageRun run) {
  static LayerRow of(Layer layer) {
    return new LayerRow(
        layer.name(),
        layer.operator(),
        layer.shape(),
        layer.rows(),
        layer.columns(),
        layer.mixing(),
        layer.bytesPerImage() / 1024.0,
        layer.splittable(),
        layer.storage().axes(),
        layer.note(),
        layer.run());
  }
}
