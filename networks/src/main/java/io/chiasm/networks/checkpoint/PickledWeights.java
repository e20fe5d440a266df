package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.checkpoint.PickledTensor.Storage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** Finds the weights in what a checkpoint's pickle made, and the bytes of each tensor. */
final class PickledWeights {
  /** Where training scripts keep the weights among other things. */
  private static final List<String> HOLDERS = List.of("state_dict", "model_state_dict", "model");

  private PickledWeights() {}

  /**
   * Tensors by name.
   *
   * @param pickled the object of the pickle
   * @param place of a storage's numbers in the file
   */
  static Map<String, StoredTensor> tensors(Object pickled, Function<Storage, ByteRange> place) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    weights(pickled)
        .forEach(
            (key, value) -> {
              if (key instanceof String name && value instanceof PickledTensor tensor) {
                tensors.put(name, stored(name, tensor, place.apply(tensor.storage())));
              }
            });
    if (tensors.isEmpty()) {
      throw new BadCheckpointException("holds no tensors by name; a state dict is needed");
    }
    return tensors;
  }

  private static Map<?, ?> weights(Object pickled) {
    if (!(pickled instanceof Map<?, ?> dict)) {
      throw new BadCheckpointException("holds no dict; a state dict is needed");
    }
    for (String holder : HOLDERS) {
      if (dict.get(holder) instanceof Map<?, ?> held) {
        return held;
      }
    }
    return dict;
  }

  private static StoredTensor stored(String name, PickledTensor tensor, ByteRange storage) {
    NumberType type = tensor.storage().type();
    long numbers = tensor.storage().numbers();
    if (numbers < 0 || numbers != storage.size() / type.bytes()) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "has a storage of %d bytes for the %d numbers of '%s'",
              storage.size(),
              numbers,
              name));
    }
    requireWithin(name, tensor);
    return new StoredTensor(
        type,
        new Shape(tensor.size()),
        tensor.strides(),
        storage.start() + tensor.offset() * type.bytes());
  }

  private static void requireWithin(String name, PickledTensor tensor) {
    long held = tensor.storage().numbers();
    try {
      long used = StoredTensor.numbers(tensor.size());
      StoredTensor view =
          new StoredTensor(tensor.storage().type(), new Shape(tensor.size()), tensor.strides(), 0);
      if (used <= held && Math.addExact(tensor.offset(), view.span()) <= held) {
        return;
      }
    } catch (ArithmeticException e) {
      throw new BadCheckpointException("has impossible strides for '" + name + "'", e);
    }
    throw new BadCheckpointException(
        String.format(
            Locale.ROOT,
            "tensor '%s' %s with strides %s from %d does not fit its storage of %d numbers",
            name,
            tensor.size(),
            tensor.strides(),
            tensor.offset(),
            held));
  }
}
