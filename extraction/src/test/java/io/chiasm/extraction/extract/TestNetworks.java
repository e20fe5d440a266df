package io.chiasm.extraction.extract;

import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Tiny ONNX networks and their activations; {@code make_networks.py} beside them made both. */
public final class TestNetworks {
  public static final int HEIGHT = 6;
  public static final int WIDTH = 8;

  private TestNetworks() {}

  public static LoadedNetwork network(String name, String... layers) {
    return new LoadedNetwork(
        name, bytes(name + ".onnx"), List.of(layers), HEIGHT, WIDTH, Normalisation.IMAGENET);
  }

  /** Activations by Python's onnxruntime for {@link #images}. */
  public static float[] expected(String file) {
    byte[] npy = bytes(file);
    ByteBuffer bytes = ByteBuffer.wrap(npy).order(ByteOrder.LITTLE_ENDIAN);
    bytes.position(10 + bytes.getShort(8));
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /** The input {@code [3, 3, 6, 8]} of the Python script, or the beginning of it. */
  public static FloatTensor images(int count) {
    float[] values = new float[3 * 3 * HEIGHT * WIDTH];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) Math.sin(0.1 * i);
    }
    int each = values.length / 3;
    return new FloatTensor(Shape.of(count, 3, HEIGHT, WIDTH), Arrays.copyOf(values, count * each));
  }

  private static byte[] bytes(String name) {
    String path = "/io/chiasm/extraction/network/" + name;
    try (InputStream in = TestNetworks.class.getResourceAsStream(path)) {
      return Objects.requireNonNull(in, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
