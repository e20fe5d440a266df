package io.chiasm.extraction.extract;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.HalfFloat;
import java.util.List;
import java.util.Locale;

/** Whether activations can be stored in the numbers that are wanted. */
final class StorableValues {
  private static final String AS_FLOAT32 = "store them as float32 (activations: float32)";

  private StorableValues() {}

  /**
   * Checks a batch of one layer.
   *
   * @param photographs one for each entry of the first axis
   * @throws InputException naming layer, value and photograph, if a value is not finite or would
   *     not be when stored
   */
  static void check(
      ActivationType stored, String layer, FloatTensor activations, List<Photograph> photographs) {
    float[] values = activations.values();
    float limit = stored == ActivationType.FLOAT16 ? HalfFloat.OVERFLOW : Float.POSITIVE_INFINITY;
    for (int i = 0; i < values.length; i++) {
      // False for NaN too.
      if (!(Math.abs(values[i]) < limit)) {
        String photograph = photographs.get(i / (values.length / photographs.size())).name();
        throw refused(layer, values[i], photograph);
      }
    }
  }

  private static InputException refused(String layer, float value, String photograph) {
    String reason =
        Float.isFinite(value)
            ? "float16 ends at 65504, " + AS_FLOAT32
            : "check the network's weights and normalisation";
    return new InputException(
        String.format("layer %s gives %s for %s; %s", layer, value, photograph, reason));
  }

  /**
   * Checks the whole of a block that is to be stored as float16: where its largest value is below
   * 2⁻¹⁴, halves have fewer digits than the error that float16 is known to bring.
   *
   * @throws InputException naming the layer and its largest magnitude
   */
  static void checkScale(String layer, FloatTensor block) {
    float largest = 0;
    for (float value : block.values()) {
      largest = Math.max(largest, Math.abs(value));
    }
    if (largest > 0 && largest < HalfFloat.SMALLEST_NORMAL) {
      throw new InputException(
          String.format(
              Locale.ROOT,
              "layer %s gives nothing larger than %s; float16 loses digits below %.1e, %s",
              layer,
              largest,
              HalfFloat.SMALLEST_NORMAL,
              AS_FLOAT32));
    }
  }
}
