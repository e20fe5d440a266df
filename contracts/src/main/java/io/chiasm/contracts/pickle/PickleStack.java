package io.chiasm.contracts.pickle;

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

/**
 * Stack, marks and memory of a reader of pickles in protocols 2 to 5, and the instructions that
 * only make values: texts, whole numbers, tuples, lists and dicts without items.
 *
 * <p>A pickle is a program. What calls, names or fills anything is left to the reader, which knows
 * what its file may hold and refuses the rest; so every reader is a closed list of its own. Every
 * instruction makes a small value at most, so memory is bounded by the bytes given. A pickle that
 * ends early or takes what is not there ends in {@link java.nio.BufferUnderflowException}, {@link
 * java.util.NoSuchElementException} or {@link ClassCastException}.
 */
public final class PickleStack {
  /** Python's None. */
  public static final Object NONE = new Object();

  private final ByteBuffer in;
  private final Deque<Object> stack = new ArrayDeque<>();
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  /** A stack of pickles that follow one another from the start of the bytes. */
  public PickleStack(ByteBuffer pickles) {
    in = pickles.order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Forgets everything but its place in the bytes. */
  public void clear() {
    stack.clear();
    marks.clear();
    memo.clear();
  }

  /** The bytes from the next unread one on, little-endian. */
  public ByteBuffer bytes() {
    return in;
  }

  /** The next instruction. */
  public int instruction() {
    return in.get() & 0xff;
  }

  public void push(Object value) {
    stack.push(value);
  }

  public Object pop() {
    return stack.pop();
  }

  public Object peek() {
    return stack.element();
  }

  /**
   * Carries an instruction out if it only makes a value; whole numbers are {@link Long}s.
   *
   * @return whether it was such an instruction
   * @throws PickleException if it is one and broken
   */
  public boolean plain(int opcode) {
    return literal(opcode) || container(opcode) || memory(opcode);
  }

  private boolean literal(int opcode) {
    switch (opcode) {
      case 'N' -> push(NONE);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'J' -> push((long) in.getInt());
      case 'K' -> push((long) (in.get() & 0xff));
      case 'M' -> push((long) (in.getShort() & 0xffff));
      case 'X' -> push(text(in.getInt()));
      case 0x8c, 'U' -> push(text(in.get() & 0xff));
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
      case ')' -> push(new Tuple(List.of()));
      case 't' -> push(new Tuple(sinceMark()));
      case 0x85, 0x86, 0x87 -> push(new Tuple(top(opcode - 0x84)));
      case ']' -> push(new ArrayList<Object>());
      case '}' -> push(new LinkedHashMap<Object, Object>());
      case 'a' -> append(top(1));
      case 'e' -> append(sinceMark());
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean memory(int opcode) {
    switch (opcode) {
      case 'q' -> memo.put(in.get() & 0xff, peek());
      case 'r' -> memo.put(in.getInt(), peek());
      case 0x94 -> memo.put(memo.size(), peek());
      case 'h' -> push(recall(in.get() & 0xff));
      case 'j' -> push(recall(in.getInt()));
      default -> {
        return false;
      }
    }
    return true;
  }

  private static void requireProtocol(byte protocol) {
    if (protocol < 2 || protocol > 5) {
      throw new PickleException("pickle protocol " + protocol + " is not 2 to 5");
    }
  }

  /**
   * The next bytes as UTF-8.
   *
   * @throws PickleException if there are fewer
   */
  public String text(int length) {
    if (length < 0 || length > in.remaining()) {
      throw new PickleException("a text in the pickle is longer than the file");
    }
    byte[] bytes = new byte[length];
    in.get(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The next bytes up to a line's end, as in the old way of naming a global. */
  public String line() {
    StringBuilder line = new StringBuilder();
    for (byte next = in.get(); next != '\n'; next = in.get()) {
      line.append((char) next);
    }
    return line.toString();
  }

  /** Takes the values since the last mark, the oldest first. */
  public List<Object> sinceMark() {
    return top(stack.size() - marks.pop());
  }

  /**
   * Takes the topmost values, the oldest first.
   *
   * @throws PickleException if their number is negative
   */
  public List<Object> top(int count) {
    if (count < 0) {
      throw new PickleException("the pickle is broken");
    }
    Object[] items = new Object[count];
    for (int i = count - 1; i >= 0; i--) {
      items[i] = pop();
    }
    return List.of(items);
  }

  @SuppressWarnings("unchecked") // Only ']' makes lists on the stack, and of this type.
  private void append(List<Object> items) {
    ((List<Object>) peek()).addAll(items);
  }

  private Object recall(int slot) {
    Object value = memo.get(slot);
    if (value == null) {
      throw new PickleException("the pickle recalls what it never kept");
    }
    return value;
  }
}
