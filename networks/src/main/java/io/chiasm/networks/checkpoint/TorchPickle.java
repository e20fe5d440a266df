package io.chiasm.networks.checkpoint;

import io.chiasm.networks.checkpoint.PickledTensor.Storage;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads the pickle of a torch checkpoint in protocols 2 to 5: dicts of tensors, numbers and texts.
 *
 * <p>A pickle is a program. This machine knows only the instructions that torch writes and the
 * names of {@link TorchGlobal}; all it can make are plain values and descriptions of tensors.
 * Anything else is refused by name. Every instruction makes a small value at most, so memory is
 * bounded by the bytes given.
 */
final class TorchPickle {
  private static final Object NONE = new Object();

  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private final Map<String, Storage> storages = new HashMap<>();

  /** A reader of pickles that follow one another from the start of the bytes. */
  TorchPickle(ByteBuffer pickles) {
    in = pickles.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** The object that the pickle makes. */
  static Object read(byte[] pickle) {
    return new TorchPickle(ByteBuffer.wrap(pickle)).next();
  }

  /** The object that the next pickle makes. */
  Object next() {
    stack.clear();
    marks.clear();
    memo.clear();
    try {
      return run();
    } catch (BufferUnderflowException
        | NoSuchElementException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      throw new BadCheckpointException("has a broken pickle", e);
    }
  }

  /** Where the next pickle begins, in bytes. */
  int position() {
    return in.position();
  }

  /** All storages that the pickles referred to, by key. */
  Map<String, Storage> storages() {
    return Collections.unmodifiableMap(storages);
  }

  private Object run() {
    while (true) {
      int opcode = in.get() & 0xff;
      if (opcode == '.') {
        return stack.pop();
      }
      if (!literal(opcode) && !container(opcode) && !memory(opcode) && !construction(opcode)) {
        throw new BadCheckpointException(
            "holds the pickle instruction 0x%02x, which has no place in weights".formatted(opcode));
      }
    }
  }

  private boolean literal(int opcode) {
    switch (opcode) {
      case 'N' -> stack.push(NONE);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'J' -> stack.push((long) in.getInt());
      case 'K' -> stack.push((long) (in.get() & 0xff));
      case 'M' -> stack.push((long) (in.getShort() & 0xffff));
      case 0x8a -> stack.push(whole(in.get() & 0xff));
      case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(in.getLong())));
      case 'X', 'T' -> stack.push(text(in.getInt()));
      case 0x8c, 'U' -> stack.push(text(in.get() & 0xff));
      case 0x80 -> requireProtocol(in.get());
      case 0x95 -> in.getLong(); // FRAME: a hint for buffered readers
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean container(int opcode) {
    switch (opcode) {
      case '(' -> marks.push(stack.size());
      case ')' -> stack.push(new Tuple(List.of()));
      case 't' -> stack.push(new Tuple(sinceMark()));
      case 0x85, 0x86, 0x87 -> stack.push(new Tuple(top(opcode - 0x84)));
      case ']' -> stack.push(new ArrayList<Object>());
      case '}' -> stack.push(new LinkedHashMap<Object, Object>());
      case 'a' -> append(top(1));
      case 'e' -> append(sinceMark());
      case 's' -> items(top(2));
      case 'u' -> items(sinceMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean memory(int opcode) {
    switch (opcode) {
      case 'q' -> memo.put(in.get() & 0xff, stack.element());
      case 'r' -> memo.put(in.getInt(), stack.element());
      case 0x94 -> memo.put(memo.size(), stack.element());
      case 'h' -> stack.push(recall(in.get() & 0xff));
      case 'j' -> stack.push(recall(in.getInt()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean construction(int opcode) {
    switch (opcode) {
      case 'c' -> stack.push(TorchGlobal.named(line(), line()));
      case 0x93 -> {
        List<Object> names = top(2);
        stack.push(TorchGlobal.named((String) names.get(0), (String) names.get(1)));
      }
      case 'R' -> {
        List<Object> call = top(2);
        stack.push(made((TorchGlobal) call.get(0), ((Tuple) call.get(1)).items()));
      }
      case 'Q' -> stack.push(storage(((Tuple) stack.pop()).items()));
      case 'b' -> {
        // The state of an OrderedDict is torch's _metadata: versions of modules, not weights.
        stack.pop();
        requireMap(stack.element());
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private static Object made(TorchGlobal global, List<Object> arguments) {
    return switch (global.kind()) {
      case ORDERED_DICT -> dict(arguments);
      case TENSOR -> tensor(arguments);
      case PARAMETER -> (PickledTensor) arguments.get(0);
      case SIZE -> (Tuple) arguments.get(0);
      case STORAGE ->
          throw new BadCheckpointException("makes a storage in a way that torch does not");
    };
  }

  /** Empty, or of pairs, as Python 2 wrote it. */
  private static Map<Object, Object> dict(List<Object> arguments) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    if (!arguments.isEmpty()) {
      for (Object pair : (List<?>) arguments.get(0)) {
        setItems(dict, List.copyOf((List<?>) pair));
      }
    }
    return dict;
  }

  private static PickledTensor tensor(List<Object> arguments) {
    return new PickledTensor(
        (Storage) arguments.get(0),
        (Long) arguments.get(1),
        extents(arguments.get(2)),
        extents(arguments.get(3)));
  }

  private static List<Long> extents(Object tuple) {
    return ((Tuple) tuple).items().stream().map(Long.class::cast).toList();
  }

  /** From the tuple 'storage', class, key, device, numbers, and in the old format a view. */
  private Storage storage(List<Object> reference) {
    TorchGlobal type = (TorchGlobal) reference.get(1);
    if (!"storage".equals(reference.get(0)) || type.kind() != TorchGlobal.Kind.STORAGE) {
      throw new BadCheckpointException("refers to something that is no storage");
    }
    if (reference.size() > 5 && reference.get(5) != NONE) {
      throw new BadCheckpointException("holds a view of a storage" + StateDict.RESAVE);
    }
    String key = (String) reference.get(2);
    Storage storage = new Storage(type.type(), key, (Long) reference.get(4));
    Storage before = storages.putIfAbsent(key, storage);
    if (before != null && !before.equals(storage)) {
      throw new BadCheckpointException("describes its storage '" + key + "' in two ways");
    }
    return storage;
  }

  private static void requireProtocol(byte protocol) {
    if (protocol < 2 || protocol > 5) {
      throw new BadCheckpointException("has a pickle of protocol " + protocol + ", not 2 to 5");
    }
  }

  /** A little-endian whole number; one of more than 8 bytes is only good for comparison. */
  private Number whole(int bytes) {
    byte[] digits = new byte[bytes + 1];
    for (int i = bytes; i > 0; i--) {
      digits[i] = in.get();
    }
    digits[0] = (byte) (bytes > 0 && digits[1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(digits);
    return bytes > Long.BYTES ? value : (Number) value.longValueExact();
  }

  private String text(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new BadCheckpointException("has a text in its pickle that is longer than the pickle");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private String line() {
    StringBuilder line = new StringBuilder();
    for (byte next = in.get(); next != '\n'; next = in.get()) {
      line.append((char) next);
    }
    return line.toString();
  }

  private List<Object> sinceMark() {
    return top(stack.size() - marks.pop());
  }

  private List<Object> top(int count) {
    if (count < 0) {
      throw new BadCheckpointException("has a broken pickle");
    }
    Object[] items = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      items[i] = stack.pop();
    }
    return List.of(items);
  }

  @SuppressWarnings("unchecked") // Only ']' makes lists on the stack, and of this type.
  private void append(List<Object> items) {
    ((List<Object>) stack.element()).addAll(items);
  }

  private void items(List<Object> items) {
    setItems(requireMap(stack.element()), items);
  }

  private static void setItems(Map<Object, Object> dict, List<Object> items) {
    for (int i = 0; i < items.size(); i += 2) {
      Object key = items.get(i);
      if (!(key instanceof String) && !(key instanceof Long)) {
        throw new BadCheckpointException("has a dict whose keys are not texts or whole numbers");
      }
      dict.put(key, items.get(i + 1));
    }
  }

  @SuppressWarnings("unchecked") // Only '}' and OrderedDict make maps, and of this type.
  private static Map<Object, Object> requireMap(Object value) {
    return (Map<Object, Object>) value;
  }

  private Object recall(int slot) {
    Object value = memo.get(slot);
    if (value == null) {
      throw new BadCheckpointException("has a pickle that recalls what it never kept");
    }
    return value;
  }

  /** A tuple, told apart from a list. */
  private record Tuple(List<Object> items) {}
}
