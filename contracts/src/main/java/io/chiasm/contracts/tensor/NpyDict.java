package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Strict parser of a {@code .npy} header's dictionary: exactly the keys {@code descr}, {@code
 * fortran_order} and {@code shape}, each once, with literal values. Python is never evaluated.
 */
final class NpyDict {
  /** What it says, its element type not yet understood. */
  record Said(String descr, boolean fortran, Shape shape) {}

  private static final int MOST_AXES = 64;
  private static final int MOST_DIGITS = 18;

  private final String text;
  private final String source;
  private int at;
  private @Nullable String descr;
  private @Nullable Boolean fortran;
  private @Nullable Shape shape;

  private NpyDict(String text, String source) {
    this.text = text;
    this.source = source;
  }

  static Said parse(String text, String source) {
    return new NpyDict(text, source).said();
  }

  private Said said() {
    expect('{');
    while (!accept('}')) {
      entry();
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    skipBlanks();
    if (at < text.length()) {
      throw wrong("the end");
    }
    if (descr == null || fortran == null || shape == null) {
      throw new InputException(
          source + ": the .npy header needs the keys descr, fortran_order and shape");
    }
    return new Said(descr, fortran, shape);
  }

  private void entry() {
    int start = at;
    String key = string();
    expect(':');
    if (key.equals("descr") && descr == null) {
      descr = descr();
    } else if (key.equals("fortran_order") && fortran == null) {
      fortran = truth();
    } else if (key.equals("shape") && shape == null) {
      shape = new Shape(extents());
    } else {
      at = start;
      throw wrong("descr, fortran_order and shape, each once");
    }
  }

  private String descr() {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == '[') {
      throw new InputException(
          source + ": holds a table with named columns (structured dtype), numbers are needed");
    }
    return string();
  }

  private boolean truth() {
    skipBlanks();
    for (String word : List.of("True", "False")) {
      if (text.startsWith(word, at)) {
        at += word.length();
        return word.equals("True");
      }
    }
    throw wrong("True or False");
  }

  private List<Long> extents() {
    List<Long> extents = new ArrayList<>();
    expect('(');
    while (!accept(')')) {
      extents.add(extent());
      if (extents.size() > MOST_AXES) {
        throw wrong("at most " + MOST_AXES + " axes");
      }
      boolean comma = accept(',');
      if (!comma && extents.size() == 1) {
        throw wrong("','");
      }
      if (!comma) {
        expect(')');
        break;
      }
    }
    return extents;
  }

  private long extent() {
    skipBlanks();
    int start = at;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    if (at == start || at - start > MOST_DIGITS) {
      at = start;
      throw wrong("an extent of 1 to " + MOST_DIGITS + " digits");
    }
    long extent = Long.parseLong(text, start, at, 10);
    if (at < text.length() && text.charAt(at) == 'L') {
      at++; // written by Python 2
    }
    return extent;
  }

  private String string() {
    skipBlanks();
    char quote = at < text.length() ? text.charAt(at) : 0;
    int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
    if (end < 0) {
      throw wrong("a quoted word");
    }
    String word = text.substring(at + 1, end);
    at = end + 1;
    return word;
  }

  private boolean accept(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void expect(char wanted) {
    if (!accept(wanted)) {
      throw wrong("'" + wanted + "'");
    }
  }

  private void skipBlanks() {
    while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private InputException wrong(String wanted) {
    return new InputException(
        source + ": broken .npy header at character " + at + ": expected " + wanted);
  }
}
