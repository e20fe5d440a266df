package io.chiasm.dataset.algonauts;

import io.chiasm.contracts.pickle.PickleStack;
import io.chiasm.contracts.pickle.Tuple;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * Reads the one pickle that a ROI mapping is: a 0-d numpy array of objects holding a Python {@code
 * dict} from int to str, in pickle protocols 2 to 5.
 *
 * <p>A pickle is a program, so this machine knows only the instructions and the globals that numpy
 * writes for such an array, and makes nothing but numbers, texts, lists and maps; everything else
 * is refused by name. A general unpickler is the wrong tool here: it builds stand-ins for classes
 * it does not know, keeps a registry shared by the whole JVM that other readers extend, and
 * allocates by lengths that the file claims. Memory and time are bounded by the bytes given.
 */
final class MappingPickle {
  private final PickleStack stack;

  private MappingPickle(byte[] pickle) {
    stack = new PickleStack(ByteBuffer.wrap(pickle));
  }

  /**
   * The mapping in its own order.
   *
   * @throws IllegalArgumentException that says what the pickle holds instead
   */
  static Map<Integer, String> read(byte[] pickle) {
    try {
      return mapping(new MappingPickle(pickle).run());
    } catch (BufferUnderflowException
        | NoSuchElementException
        | ClassCastException
        | IndexOutOfBoundsException e) {
      throw new IllegalArgumentException("the pickle is broken", e);
    }
  }

  private Object run() {
    while (true) {
      int opcode = stack.instruction();
      if (opcode == '.') {
        return stack.pop();
      }
      if (!stack.plain(opcode) && !bytes(opcode) && !construction(opcode)) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT, "pickle instruction 0x%02x has no place in a mapping", opcode));
      }
    }
  }

  private boolean bytes(int opcode) {
    switch (opcode) {
      case 'B' -> stack.push(new Bytes(stack.text(stack.bytes().getInt())));
      case 'C' -> stack.push(new Bytes(stack.text(stack.instruction())));
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean construction(int opcode) {
    switch (opcode) {
      case 'c' -> stack.push(PickleGlobal.named(stack.line(), stack.line()));
      case 0x93 -> {
        List<Object> names = stack.top(2);
        stack.push(PickleGlobal.named((String) names.get(0), (String) names.get(1)));
      }
      case 'R' -> {
        List<Object> call = stack.top(2);
        stack.push(made((PickleGlobal) call.get(0), ((Tuple) call.get(1)).items()));
      }
      case 's' -> setItems(stack.top(2));
      case 'u' -> setItems(stack.sinceMark());
      case 'b' -> {
        Object state = stack.pop();
        ((Made) stack.peek()).state.add(state);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  /** What calling a global gives; arrays and element types are only shells for their state. */
  private static Object made(PickleGlobal global, List<Object> arguments) {
    return switch (global) {
      case RECONSTRUCT, DTYPE -> new Made(global);
      case ENCODE -> new Bytes((String) arguments.get(0));
      case NDARRAY -> throw new IllegalArgumentException("the pickle calls numpy.ndarray");
    };
  }

  private static Map<Integer, String> mapping(Object root) {
    if (!(root instanceof Made array) || array.global != PickleGlobal.RECONSTRUCT) {
      throw new IllegalArgumentException("the pickle holds no numpy array");
    }
    // numpy's state of an array: version, shape, element type, order, elements.
    List<Object> state = ((Tuple) array.state.element()).items();
    boolean scalar = state.size() == 5 && state.get(1) instanceof Tuple t && t.items().isEmpty();
    if (!scalar || !(state.get(4) instanceof List<?> elements) || elements.size() != 1) {
      throw new IllegalArgumentException("the array is not a single object");
    }
    if (!(elements.get(0) instanceof Map<?, ?> found)) {
      throw new IllegalArgumentException("the object is not a dict");
    }
    Map<Integer, String> mapping = new LinkedHashMap<>();
    found.forEach((id, name) -> mapping.put(Math.toIntExact((Long) id), (String) name));
    return mapping;
  }

  @SuppressWarnings("unchecked") // Only '}' makes maps on the stack, and of this type.
  private void setItems(List<Object> items) {
    Map<Object, Object> dict = (Map<Object, Object>) stack.peek();
    for (int i = 0; i < items.size(); i += 2) {
      if (!(items.get(i) instanceof Long id) || !(items.get(i + 1) instanceof String name)) {
        throw new IllegalArgumentException("the dict is not one from int to str");
      }
      dict.put(id, name);
    }
  }

  /** A byte string; its content never matters here. */
  private record Bytes(String text) {}

  /** Something that a global made, with the states it was given. */
  private static final class Made {
    private final PickleGlobal global;
    private final Deque<Object> state = new ArrayDeque<>();

    private Made(PickleGlobal global) {
      this.global = global;
    }
  }
}
