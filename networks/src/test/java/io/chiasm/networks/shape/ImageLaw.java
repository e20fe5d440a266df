package io.chiasm.networks.shape;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.graph.ImageSize;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The law that a layer's values are those that each image has alone. */
public final class ImageLaw {
  /** Of the largest value: kernels of other sizes add in another order. */
  public static final double ROUND_OFF = 1e-4;

  private static final int IMAGES = 4;

  private ImageLaw() {}

  /** Whether the graph that is run takes any number of images. */
  public static boolean runsTogether(OnnxGraph network, String layer) {
    return images(network.tapped(List.of(layer))) == 0;
  }

  /** How many images the graph takes at once; 0 for any number. */
  private static int images(byte[] tapped) {
    try {
      return (int)
          ModelProto.parseFrom(tapped)
              .getGraph()
              .getInput(0)
              .getType()
              .getTensorType()
              .getShape()
              .getDim(0)
              .getDimValue();
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Checks one layer that can be had. */
  public static void check(OnnxGraph network, String layer) {
    byte[] tapped = network.tapped(List.of(layer));
    int declared = images(tapped);
    FloatTensor images = noise(network.inputSize(), declared > 1 ? declared : IMAGES);
    if (declared == 1) {
      // The same image, run twice: the answer is one.
      float[] once = Running.run(tapped, image(images, 0, 1)).get(0).values();
      requireClose(once, Running.run(tapped, image(images, 0, 1)).get(0).values(), layer);
      return;
    }
    float[] together = Running.run(tapped, images).get(0).values();
    int count = Math.toIntExact(images.shape().extent(0));
    int each = together.length / count;
    for (int i = 0; i < count; i++) {
      // Where the number is fixed, the others are blank.
      float[] alone = Running.run(tapped, image(images, i, Math.max(1, declared))).get(0).values();
      requireClose(
          Arrays.copyOf(alone, each),
          Arrays.copyOfRange(together, i * each, (i + 1) * each),
          layer);
    }
  }

  private static FloatTensor noise(ImageSize size, int images) {
    FloatTensor noise = FloatTensor.zeros(images, 3, size.height(), size.width());
    java.util.Random random = new java.util.Random(9);
    int each = noise.values().length / images;
    for (int i = 0; i < noise.values().length; i++) {
      // Images of other scales, so that whatever one does to another is seen.
      noise.values()[i] = (float) (random.nextGaussian() * (1 + i / each) + 0.3 * (i / each));
    }
    return noise;
  }

  /** One image, first of so many, the others blank. */
  private static FloatTensor image(FloatTensor images, int number, int count) {
    long rows = images.shape().extent(2);
    long columns = images.shape().extent(3);
    FloatTensor one = FloatTensor.zeros(count, 3, rows, columns);
    int each = one.values().length / count;
    System.arraycopy(images.values(), number * each, one.values(), 0, each);
    return one;
  }

  private static void requireClose(float[] alone, float[] together, String layer) {
    assertThat(together.length).as(layer).isEqualTo(alone.length);
    double scale =
        IntStream.range(0, alone.length).mapToDouble(i -> Math.abs(alone[i])).max().orElse(0);
    for (int i = 0; i < alone.length; i++) {
      boolean same =
          Float.isNaN(alone[i])
              ? Float.isNaN(together[i])
              : alone[i] == together[i]
                  || Math.abs(alone[i] - together[i]) <= ROUND_OFF * Math.max(scale, 1e-6);
      assertThat(same)
          .as("%s[%d]: %s alone, %s among others", layer, i, alone[i], together[i])
          .isTrue();
    }
  }
}
