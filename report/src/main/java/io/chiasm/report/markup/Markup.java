package io.chiasm.report.markup;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes elements that are well-formed XML and valid HTML at once. Text and attribute values are
 * escaped; only {@link #raw} is not.
 */
public final class Markup {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * Opens an element.
   *
   * @param attributes names and values in turn; doubles are written with two digits at most
   */
  public Markup open(String name, Object... attributes) {
    tag(name, attributes).append('>');
    open.push(name);
    return this;
  }

  /** An element without content: {@code <rect …/>}. */
  public Markup empty(String name, Object... attributes) {
    tag(name, attributes).append("/>");
    return this;
  }

  /** An element that holds a text. */
  public Markup element(String name, String text, Object... attributes) {
    return open(name, attributes).text(text).close();
  }

  public Markup text(String text) {
    out.append(Escaped.of(text));
    return this;
  }

  /** Markup that was written by this class before. */
  public Markup raw(String markup) {
    out.append(markup);
    return this;
  }

  public Markup line() {
    out.append('\n');
    return this;
  }

  /** Closes the element that was opened last. */
  public Markup close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  /**
   * @throws IllegalStateException if an element is still open
   */
  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("still open: " + open);
    }
    return out.toString();
  }

  private StringBuilder tag(String name, Object... attributes) {
    out.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      Object value = attributes[i + 1];
      String text = value instanceof Double d ? Coordinate.of(d) : value.toString();
      out.append(' ').append(attributes[i]).append("=\"").append(Escaped.of(text)).append('"');
    }
    return out;
  }
}
