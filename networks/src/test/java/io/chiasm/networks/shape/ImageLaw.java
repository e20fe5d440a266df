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
    try {
      ModelProto tapped = ModelProto.parseFrom(network.tapped(List.of(layer)));
      return tapped
              .getGraph()
              .getInput(0)
              .getType()
              .getTensorType()
              .getShape()
              .getDim(0)
              .getDimValue()
          == 0;
    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Checks one layer that can be had. */
  public static void check(OnnxGraph network, String layer) {
    byte[] tapped = network.tapped(List.of(layer));
    FloatTensor images = noise(network.inputSize());
    if (runsTogether(network, layer)) {
      float[] together = Running.run(tapped, images).get(0).values();
      int each = together.length / IMAGES;
      for (int i = 0; i < IMAGES; i++) {
        float[] alone = Running.run(tapped, image(images, i)).get(0).values();
        requireClose(alone, Arrays.copyOfRange(together, i * each, (i + 1) * each), layer);
      }
    } else {
      // The same image, run twice: the answer is one.
      float[] once = Running.run(tapped, image(images, 0)).get(0).values();
      requireClose(once, Running.run(tapped, image(images, 0)).get(0).values(), layer);
    }
  }

  private static FloatTensor noise(ImageSize size) {
    FloatTensor noise = FloatTensor.zeros(IMAGES, 3, size.height(), size.width());
    java.util.Random random = new java.util.Random(9);
    int each = noise.values().length / IMAGES;
    for (int i = 0; i < noise.values().length; i++) {
      // Images of other scales, so that whatever one does to another is seen.
      noise.values()[i] = (float) (random.nextGaussian() * (1 + i / each) + 0.3 * (i / each));
    }
    return noise;
  }

  private static FloatTensor image(FloatTensor images, int number) {
    FloatTensor one = FloatTensor.zeros(1, 3, images.shape().extent(2), images.shape().extent(3));
    int each = one.values().length;
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
