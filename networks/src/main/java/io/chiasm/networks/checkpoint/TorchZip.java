package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.tensor.Shape;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** torch's checkpoint format since version 1.6: a zip of one pickle and the tensors' storages. */
final class TorchZip {
  /** Ten times the pickle of the largest classifier with its optimiser. */
  private static final int MAX_PICKLE = 4 << 20;

  /** Where training scripts keep the weights among other things. */
  private static final List<String> HOLDERS = List.of("state_dict", "model_state_dict", "model");

  private static final String PICKLE = "/data.pkl";

  private final FileBytes file;
  private final Map<String, ByteRange> entries;
  private final String root;

  private TorchZip(FileBytes file) {
    this.file = file;
    this.entries = StoredZip.entries(file);
    this.root =
        entries.keySet().stream()
            .filter(e -> e.endsWith(PICKLE) && e.indexOf('/') == e.length() - PICKLE.length())
            .map(e -> e.substring(0, e.length() - PICKLE.length()))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadCheckpointException(
                        "is a zip archive without torch's data.pkl; a checkpoint is needed"));
    requireLittleEndian();
  }

  static Map<String, StoredTensor> tensors(FileBytes file) {
    return new TorchZip(file).tensors();
  }

  private void requireLittleEndian() {
    ByteRange order = entries.get(root + "/byteorder");
    if (order != null && !text(order).equals("little")) {
      throw new BadCheckpointException("was saved big-endian; save it on a little-endian machine");
    }
  }

  private String text(ByteRange range) {
    return new String(bytes(range, 64), StandardCharsets.US_ASCII).strip();
  }

  private byte[] bytes(ByteRange range, int limit) {
    if (range.size() > limit) {
      throw new BadCheckpointException(
          "has a pickle of " + range.size() + " bytes, more than " + limit);
    }
    return file.range(range.start(), (int) range.size()).array();
  }

  private Map<String, StoredTensor> tensors() {
    Object pickled = TorchPickle.read(bytes(entry(PICKLE), MAX_PICKLE));
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    weights(pickled)
        .forEach(
            (key, value) -> {
              if (key instanceof String name && value instanceof PickledTensor tensor) {
                tensors.put(name, stored(name, tensor));
              }
            });
    if (tensors.isEmpty()) {
      throw new BadCheckpointException("holds no tensors by name; a state dict is needed");
    }
    return tensors;
  }

  private ByteRange entry(String name) {
    ByteRange entry = entries.get(root + name);
    if (entry == null) {
      throw new BadCheckpointException("lacks its zip entry '" + root + name + "'");
    }
    return entry;
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

  private StoredTensor stored(String name, PickledTensor tensor) {
    NumberType type = tensor.storage().type();
    ByteRange storage = entry("/data/" + tensor.storage().key());
    long numbers = tensor.storage().numbers();
    if (numbers < 0 || numbers != storage.size() / type.bytes()) {
      throw new BadCheckpointException(
          "has a storage of %d bytes for the %d numbers of '%s'"
              .formatted(storage.size(), numbers, name));
    }
    StoredTensor stored =
        new StoredTensor(
            type,
            new Shape(tensor.size()),
            tensor.strides(),
            storage.start() + Math.multiplyExact(tensor.offset(), (long) type.bytes()));
    requireWithin(name, tensor, stored);
    return stored;
  }

  private static void requireWithin(String name, PickledTensor tensor, StoredTensor stored) {
    long held = tensor.storage().numbers();
    try {
      long used = StoredTensor.numbers(tensor.size());
      if (used <= held && Math.addExact(tensor.offset(), stored.span()) <= held) {
        return;
      }
    } catch (ArithmeticException e) {
      throw new BadCheckpointException("has impossible strides for '" + name + "'", e);
    }
    throw new BadCheckpointException(
        "tensor '%s' %s with strides %s from %d does not fit its storage of %d numbers"
            .formatted(name, tensor.size(), tensor.strides(), tensor.offset(), held));
  }
}
