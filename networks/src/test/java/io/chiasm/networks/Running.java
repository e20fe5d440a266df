package io.chiasm.networks;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Runs ONNX graphs with ONNX Runtime. */
public final class Running {
  private Running() {}

  /** All outputs of a model, in its order. */
  public static List<FloatTensor> run(byte[] model, FloatTensor images) {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    long[] extents = images.shape().extents().stream().mapToLong(e -> e).toArray();
    try (OrtSession session = environment.createSession(model);
        OnnxTensor input =
            OnnxTensor.createTensor(environment, FloatBuffer.wrap(images.values()), extents);
        OrtSession.Result result =
            session.run(Map.of(session.getInputNames().iterator().next(), input))) {
      List<FloatTensor> outputs = new ArrayList<>();
      for (int i = 0; i < result.size(); i++) {
        outputs.add(tensor((OnnxTensor) result.get(i)));
      }
      return outputs;
    } catch (OrtException e) {
      throw new IllegalStateException(e);
    }
  }

  private static FloatTensor tensor(OnnxTensor output) {
    float[] values = new float[output.getFloatBuffer().remaining()];
    output.getFloatBuffer().get(values);
    return new FloatTensor(Shape.of(output.getInfo().getShape()), values);
  }

  /** Images of standard normal noise, {@code [image, 3, size, size]}. */
  public static FloatTensor noise(int images, int size, long seed) {
    FloatTensor noise = FloatTensor.zeros(images, 3, size, size);
    Random random = new Random(seed);
    for (int i = 0; i < noise.values().length; i++) {
      noise.values()[i] = (float) random.nextGaussian();
    }
    return noise;
  }
}
