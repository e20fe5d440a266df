package io.chiasm.service.shell.logs;

import org.jspecify.annotations.Nullable;

/** An exception as logs show it, with its words on one line. */
final class ToldThrowable extends Throwable {
  private static final long serialVersionUID = 1L;
  private static final int DEEPEST = 20;

  private final String words;

  private ToldThrowable(String words, @Nullable Throwable cause) {
    super(words, cause);
    this.words = words;
  }

  /** The same exception if its words and those of its causes are on one line. */
  static Throwable of(Throwable thrown) {
    return clean(thrown, 0) ? thrown : told(thrown, 0);
  }

  private static boolean clean(Throwable thrown, int depth) {
    Throwable cause = thrown.getCause();
    return !LineBreaks.in(thrown.toString())
        && (cause == null || depth == DEEPEST || clean(cause, depth + 1));
  }

  private static ToldThrowable told(Throwable thrown, int depth) {
    Throwable cause = thrown.getCause();
    ToldThrowable told =
        new ToldThrowable(
            LineBreaks.shown(thrown.toString()),
            cause == null || depth == DEEPEST ? null : told(cause, depth + 1));
    told.setStackTrace(thrown.getStackTrace());
    return told;
  }

  @Override
  public String toString() {
    return words;
  }
}
