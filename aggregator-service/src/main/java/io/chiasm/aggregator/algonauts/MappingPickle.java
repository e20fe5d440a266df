package io.chiasm.aggregator.algonauts;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
  private static final Object NONE = new Object();

  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private MappingPickle(byte[] pickle) {
    in = ByteBuffer.wrap(pickle).order(ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * The mapping in its own order.
   *
   * @throws IllegalArgumentException that says what the pickle holds instead
   */
  static Map<Integer, String> read(byte[] pickle) {
    try {
      return mapping(new MappingPickle(pickle).run());
    } catch (BufferUnderflowException | NoSuchElementException | ClassCastException e) {
      throw new IllegalArgumentException("the pickle is broken", e);
    }
  }

  private Object run() {
    while (true) {
      int opcode = in.get() & 0xff;
      if (opcode == '.') {
        return stack.pop();
      }
      if (!literal(opcode) && !container(opcode) && !memory(opcode) && !construction(opcode)) {
        throw new IllegalArgumentException(
            String.format("pickle instruction 0x%02x has no place in a mapping", opcode));
      }
    }
  }

  private boolean literal(int opcode) {
    switch (opcode) {
      case 'N' -> stack.push(NONE);
      case 0x88 -> stack.push(true);
      case 0x89 -> stack.push(false);
      case 'J' -> stack.push(in.getInt());
      case 'K' -> stack.push(in.get() & 0xff);
      case 'M' -> stack.push(in.getShort() & 0xffff);
      case 'X' -> stack.push(text(in.getInt()));
      case 0x8c, 'U' -> stack.push(text(in.get() & 0xff));
      case 'B' -> stack.push(new Bytes(text(in.getInt())));
      case 'C' -> stack.push(new Bytes(text(in.get() & 0xff)));
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
      case '}' -> stack.push(new LinkedHashMap<Integer, String>());
      case 'a' -> append(top(1));
      case 'e' -> append(sinceMark());
      case 's' -> setItems(top(2));
      case 'u' -> setItems(sinceMark());
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
      case 'c' -> stack.push(PickleGlobal.named(line(), line()));
      case 0x93 -> {
        List<Object> names = top(2);
        stack.push(PickleGlobal.named((String) names.get(0), (String) names.get(1)));
      }
      case 'R' -> {
        List<Object> call = top(2);
        stack.push(made((PickleGlobal) call.get(0), ((Tuple) call.get(1)).items()));
      }
      case 'b' -> {
        Object state = stack.pop();
        ((Made) stack.element()).state.add(state);
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
    found.forEach((id, name) -> mapping.put((Integer) id, (String) name));
    return mapping;
  }

  private static void requireProtocol(byte protocol) {
    if (protocol < 2 || protocol > 5) {
      throw new IllegalArgumentException("pickle protocol " + protocol + " is not 2 to 5");
    }
  }

  private String text(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a text in the pickle is longer than the file");
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
      throw new IllegalArgumentException("the pickle is broken");
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

  @SuppressWarnings("unchecked") // Only '}' makes maps on the stack, and of this type.
  private void setItems(List<Object> items) {
    Map<Integer, String> dict = (Map<Integer, String>) stack.element();
    for (int i = 0; i < items.size(); i += 2) {
      if (!(items.get(i) instanceof Integer id) || !(items.get(i + 1) instanceof String name)) {
        throw new IllegalArgumentException("the dict is not one from int to str");
      }
      dict.put(id, name);
    }
  }

  private Object recall(int slot) {
    Object value = memo.get(slot);
    if (value == null) {
      throw new IllegalArgumentException("the pickle recalls what it never kept");
    }
    return value;
  }

  /** A tuple, told apart from a list. */
  private record Tuple(List<Object> items) {}

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
