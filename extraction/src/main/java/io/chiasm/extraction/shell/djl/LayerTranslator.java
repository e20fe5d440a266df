package io.chiasm.extraction.shell.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.translate.NoBatchifyTranslator;
import ai.djl.translate.TranslatorContext;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Copies tensors into the runtime and layers out of it. */
final class LayerTranslator implements NoBatchifyTranslator<FloatTensor, List<FloatTensor>> {
  private final String network;
  private final List<String> layers;

  LayerTranslator(String network, List<String> layers) {
    this.network = network;
    this.layers = layers;
  }

  @Override
  public NDList processInput(TranslatorContext context, FloatTensor images) {
    long[] extents = images.shape().extents().stream().mapToLong(Long::longValue).toArray();
    return new NDList(
        context
            .getNDManager()
            .create(
                FloatBuffer.wrap(images.values()),
                new ai.djl.ndarray.types.Shape(extents),
                DataType.FLOAT32));
  }

  @Override
  public List<FloatTensor> processOutput(TranslatorContext context, NDList outputs) {
    if (outputs.size() != layers.size()) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "network %s gives %d outputs for %d layers",
              network,
              outputs.size(),
              layers.size()));
    }
    List<FloatTensor> tensors = new ArrayList<>();
    for (int i = 0; i < outputs.size(); i++) {
      tensors.add(tensor(layers.get(i), outputs.get(i)));
    }
    return tensors;
  }

  private FloatTensor tensor(String layer, NDArray output) {
    Shape shape = Shape.of(output.getShape().getShape());
    if (output.getDataType() != DataType.FLOAT32) {
      throw new InputException(
          String.format(
              "layer %s of network %s holds %s values of shape %s; float32 is read",
              layer, network, output.getDataType().asNumpy(), shape));
    }
    if (shape.rank() != 4 && shape.rank() != 2) {
      throw new InputException(
          String.format(
              "layer %s of network %s has the shape %s; [image, channel, row, column], or"
                  + " [image, channel] without space, is read",
              layer, network, shape));
    }
    float[] values = new float[Math.toIntExact(shape.elements())];
    output.toByteBuffer(false).order(ByteOrder.nativeOrder()).asFloatBuffer().get(values);
    return new FloatTensor(shape, values);
  }
}
