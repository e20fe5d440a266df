package io.chiasm.networks.checkpoint;

import io.chiasm.contracts.pickle.PickleException;
import io.chiasm.contracts.pickle.PickleStack;
import io.chiasm.contracts.pickle.Tuple;
import io.chiasm.networks.checkpoint.PickledTensor.Storage;
import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads the pickle of a torch checkpoint in protocols 2 to 5: dicts of tensors, numbers and texts.
 *
 * <p>A pickle is a program. This machine knows only the instructions that torch writes and the
 * names of {@link TorchGlobal}; all it can make are plain values, descriptions of tensors, and
 * stand-ins for objects that are passed over. Anything else is refused by name. Every instruction
 * makes a small value at most, and what dicts are made of counts, so memory is bounded by the bytes
 * given.
 */
final class TorchPickle {
  private final PickleStack stack;
  private final Map<String, Storage> storages = new HashMap<>();
  private long copied;

  /** A reader of pickles that follow one another from the start of the bytes. */
  TorchPickle(ByteBuffer pickles) {
    stack = new PickleStack(pickles);
  }

  /** The object that the pickle makes. */
  static Object read(byte[] pickle) {
    return new TorchPickle(ByteBuffer.wrap(pickle)).next();
  }

  /** The object that the next pickle makes. */
  Object next() {
    stack.clear();
    try {
      return run();
    } catch (PickleException e) {
      throw new BadCheckpointException("has a broken pickle: " + e.getMessage(), e);
    } catch (BufferUnderflowException e) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "is cut short within its pickle, or the pickle is larger than %d bytes%s",
              TorchZip.MAX_PICKLE,
              StateDict.RESAVE),
          e);
    } catch (NoSuchElementException
        | ArithmeticException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      throw new BadCheckpointException("has a broken pickle", e);
    }
  }

  /** Where the next pickle begins, in bytes. */
  int position() {
    return stack.bytes().position();
  }

  /** All storages that the pickles referred to, by key. */
  Map<String, Storage> storages() {
    return Collections.unmodifiableMap(storages);
  }

  private Object run() {
    while (true) {
      int opcode = stack.instruction();
      if (opcode == '.') {
        return stack.pop();
      }
      boolean known =
          passedOver(opcode) || stack.plain(opcode) || number(opcode) || construction(opcode);
      if (!known) {
        throw new BadCheckpointException(
            String.format(
                Locale.ROOT,
                "holds the pickle instruction 0x%02x, which has no place in weights",
                opcode));
      }
    }
  }

  private boolean number(int opcode) {
    switch (opcode) {
      case 0x8a -> stack.push(whole(stack.instruction()));
      case 0x8b -> stack.push(whole(stack.bytes().getInt()));
      case 0x8d -> stack.push(stack.text(Math.toIntExact(stack.bytes().getLong())));
      case 'G' -> stack.push(Double.longBitsToDouble(Long.reverseBytes(stack.bytes().getLong())));
      case 'T' -> stack.push(stack.text(stack.bytes().getInt()));
      default -> {
        return false;
      }
    }
    return true;
  }

  /** Bytes, sets, and what is added to an object that is passed over. */
  private boolean passedOver(int opcode) {
    switch (opcode) {
      case 'C' -> opaque(stack.instruction());
      case 'B' -> opaque(Integer.toUnsignedLong(stack.bytes().getInt()));
      case 0x8e, 0x96 -> opaque(stack.bytes().getLong());
      case 0x8f -> stack.push(Opaque.OBJECT);
      case 0x90 -> stack.sinceMark();
      case 0x91 -> {
        stack.sinceMark();
        stack.push(Opaque.OBJECT);
      }
      case '0' -> stack.pop();
      case '1' -> stack.sinceMark();
      case 'a' -> append(stack.top(1));
      case 'e' -> append(stack.sinceMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private void opaque(long bytes) {
    if (bytes < 0 || bytes > stack.bytes().remaining()) {
      throw new BufferUnderflowException();
    }
    stack.bytes().position(stack.bytes().position() + (int) bytes);
    stack.push(Opaque.OBJECT);
  }

  @SuppressWarnings("unchecked") // Only ']' makes lists, and of this type.
  private void append(List<Object> items) {
    if (stack.peek() != Opaque.OBJECT) {
      ((List<Object>) stack.peek()).addAll(items);
    }
  }

  private boolean construction(int opcode) {
    switch (opcode) {
      case 'c' -> stack.push(TorchGlobal.named(stack.line(), stack.line()));
      case 0x93 -> {
        List<Object> names = stack.top(2);
        stack.push(TorchGlobal.named((String) names.get(0), (String) names.get(1)));
      }
      case 'R', 0x81 -> {
        List<Object> call = stack.top(2);
        stack.push(made((TorchGlobal) call.get(0), ((Tuple) call.get(1)).items()));
      }
      case 0x92 -> {
        List<Object> call = stack.top(3);
        stack.push(made((TorchGlobal) call.get(0), ((Tuple) call.get(1)).items()));
      }
      case 's' -> items(stack.top(2));
      case 'u' -> items(stack.sinceMark());
      case 'Q' -> stack.push(storage(((Tuple) stack.pop()).items()));
      case 'b' -> {
        // The state of an OrderedDict is torch's _metadata: versions of modules, not weights.
        stack.pop();
        if (stack.peek() != Opaque.OBJECT) {
          requireMap(stack.peek());
        }
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private Object made(TorchGlobal global, List<Object> arguments) {
    return switch (global.kind()) {
      case DICT -> dict(arguments);
      case TENSOR -> tensor(arguments);
      case PARAMETER -> (PickledTensor) arguments.get(0);
      case TYPED_TENSOR -> typed((TorchGlobal) arguments.get(0), (Tuple) arguments.get(2));
      case OPAQUE -> Opaque.OBJECT;
      case SIZE -> (Tuple) arguments.get(0);
      case STORAGE ->
          throw new BadCheckpointException("makes a storage in a way that torch does not");
    };
  }

  /** A tensor with attributes of its own, made by a function and its arguments. */
  private static PickledTensor typed(TorchGlobal function, Tuple arguments) {
    return function.kind() == TorchGlobal.Kind.TENSOR
        ? tensor(arguments.items())
        : (PickledTensor) arguments.items().get(0);
  }

  /** Empty, of pairs, as Python 2 wrote it, of another dict, or with a maker of defaults. */
  private Map<Object, Object> dict(List<Object> arguments) {
    Map<Object, Object> dict = new LinkedHashMap<>();
    Object first = arguments.isEmpty() ? PickleStack.NONE : arguments.get(0);
    if (first instanceof List<?> pairs) {
      count(pairs.size());
      for (Object pair : pairs) {
        List<?> both = pair instanceof Tuple tuple ? tuple.items() : (List<?>) pair;
        setItems(dict, List.of(both.get(0), both.get(1)));
      }
    } else if (first instanceof Map<?, ?> other) {
      count(other.size());
      dict.putAll(other);
    }
    return dict;
  }

  /** An instruction of one byte can copy all that was made before. */
  private void count(int items) {
    copied += items;
    if (copied > stack.bytes().limit()) {
      throw new BadCheckpointException("copies its dicts over and over" + StateDict.RESAVE);
    }
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
    if ("module".equals(reference.get(0))) {
      throw new BadCheckpointException("is a whole pickled module" + StateDict.RESAVE);
    }
    TorchGlobal type = (TorchGlobal) reference.get(1);
    if (!"storage".equals(reference.get(0)) || type.kind() != TorchGlobal.Kind.STORAGE) {
      throw new BadCheckpointException("refers to something that is no storage");
    }
    if (reference.size() > 5 && reference.get(5) != PickleStack.NONE) {
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

  /** A little-endian whole number; one of more than 8 bytes is only good for comparison. */
  private Number whole(int bytes) {
    if (bytes < 0 || bytes > stack.bytes().remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] digits = new byte[bytes + 1];
    for (int i = bytes; i > 0; i--) {
      digits[i] = stack.bytes().get();
    }
    digits[0] = (byte) (bytes > 0 && digits[1] < 0 ? -1 : 0);
    BigInteger value = new BigInteger(digits);
    return bytes > Long.BYTES ? value : (Number) value.longValueExact();
  }

  private void items(List<Object> items) {
    if (stack.peek() != Opaque.OBJECT) {
      setItems(requireMap(stack.peek()), items);
    }
  }

  private static void setItems(Map<Object, Object> dict, List<Object> items) {
    for (int i = 0; i < items.size(); i += 2) {
      // Other keys name no weights, and the hash of a tuple that holds itself would not end.
      Object key = items.get(i);
      Object value = items.get(i + 1);
      if (key instanceof String || key instanceof Long) {
        dict.put(key, value);
      }
    }
  }

  @SuppressWarnings("unchecked") // Only '}' and OrderedDict make maps, and of this type.
  private static Map<Object, Object> requireMap(Object value) {
    return (Map<Object, Object>) value;
  }
}
