package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.pickle.Tuple;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.checkpoint.PickledTensor.Storage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds the sets of weights in what a checkpoint's pickle made, and the bytes of each tensor. Dicts
 * may lie in dicts, lists and tuples; numbered entries of dicts are an optimiser's and passed over.
 */
final class PickledWeights {
  private static final int MAX_DEPTH = 6;
  private static final int MAX_SETS = 200;

  /** Dicts may hold each other in circles. */
  private static final int MAX_VISITS = 20_000;

  /**
   * One dict may lie in many places. A thousand layers with their optimiser's state take 10,000.
   */
  private static final int MAX_ENTRIES = 500_000;

  private static final int LONGEST_NAME = 200;
  private static final int SHOWN = 8;

  private final Function<Storage, ByteRange> place;
  private final Queue<Place> places = new ArrayDeque<>();
  private final List<TensorSet> sets = new ArrayList<>();
  private int entries;

  /** A value and the keys that lead to it. */
  private record Place(String name, Object value, int depth) {}

  private PickledWeights(Function<Storage, ByteRange> place) {
    this.place = place;
  }

  /**
   * Sets of tensors, in the file's order, outer ones first.
   *
   * @param pickled the object of the pickle
   * @param place of a storage's numbers in the file
   */
  static List<TensorSet> sets(Object pickled, Function<Storage, ByteRange> place) {
    PickledWeights weights = new PickledWeights(place);
    weights.find(pickled);
    if (weights.sets.isEmpty()) {
      throw new BadCheckpointException(none(pickled));
    }
    return weights.sets;
  }

  private void find(Object pickled) {
    places.add(new Place("", pickled, 0));
    for (int visits = 0; visits < MAX_VISITS && sets.size() < MAX_SETS; visits++) {
      Place next = places.poll();
      if (next == null) {
        return;
      }
      look(next);
    }
  }

  private void look(Place at) {
    if (at.value() instanceof Map<?, ?> dict) {
      entries += dict.size();
      if (entries > MAX_ENTRIES) {
        throw new BadCheckpointException(
            "holds more than " + MAX_ENTRIES + " entries in its dicts" + StateDict.RESAVE);
      }
      add(at.name(), dict);
      dict.forEach(
          (key, item) -> {
            if (key instanceof String text && text.length() <= LONGEST_NAME) {
              queue(at, text, item);
            }
          });
    } else if (at.value() instanceof Tuple || at.value() instanceof List<?>) {
      List<?> items = at.value() instanceof Tuple t ? t.items() : (List<?>) at.value();
      for (int i = 0; i < Math.min(items.size(), MAX_SETS); i++) {
        queue(at, String.valueOf(i), items.get(i));
      }
    }
  }

  private void queue(Place at, String key, Object item) {
    boolean holds = item instanceof Map || item instanceof List || item instanceof Tuple;
    if (holds && at.depth() < MAX_DEPTH && places.size() < MAX_VISITS) {
      places.add(new Place(joined(at.name(), key), item, at.depth() + 1));
    }
  }

  private static String joined(String name, String key) {
    return name.isEmpty() ? key : name + "." + key;
  }

  private void add(String name, Map<?, ?> dict) {
    Map<String, StoredTensor> tensors = new LinkedHashMap<>();
    dict.forEach(
        (key, value) -> {
          if (key instanceof String text && value instanceof PickledTensor tensor) {
            tensors.put(text, stored(text, tensor, place.apply(tensor.storage())));
          }
        });
    if (!tensors.isEmpty()) {
      sets.add(new TensorSet(name, tensors));
    }
  }

  /** What there is instead of tensors by name. */
  private static String none(Object pickled) {
    if (pickled instanceof PickledTensor) {
      return "holds a single tensor without a name; a state dict is needed";
    }
    if (pickled == Opaque.OBJECT) {
      return "holds an object that is no dict; a state dict is needed";
    }
    if (!(pickled instanceof Map<?, ?> dict)) {
      return "holds no dict; a state dict is needed";
    }
    if (dict.containsValue(Opaque.OBJECT)) {
      return "holds no tensors by name, only other objects such as NumPy arrays"
          + keys(dict)
          + "; a state dict of tensors is needed";
    }
    return "holds no tensors by name" + keys(dict) + "; a state dict is needed";
  }

  private static String keys(Map<?, ?> dict) {
    List<String> texts =
        dict.keySet().stream().filter(String.class::isInstance).map(String.class::cast).toList();
    String shown =
        texts.stream()
            .limit(SHOWN)
            .map(t -> t.length() <= LONGEST_NAME ? t : t.substring(0, LONGEST_NAME) + "…")
            .collect(Collectors.joining(", "));
    return texts.isEmpty() ? "" : " (its keys: " + shown + ")";
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
