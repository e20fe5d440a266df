package io.chiasm.local.progress;

import java.util.Locale;

/** How progress is shown on standard error. */
public enum ProgressMode {
  AUTO,
  BAR,
  PLAIN,
  NONE;

  /** A view of this mode; {@code AUTO} shows bars only where somebody looks at a terminal. */
  public ProgressView view() {
    return switch (this) {
      case AUTO -> terminal() ? new BarView() : new PlainView(System.err);
      case BAR -> new BarView();
      case PLAIN -> new PlainView(System.err);
      case NONE -> new SilentView();
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** From JDK 22 on a console exists also when output is piped, and can be asked. */
  private static boolean terminal() {
    if (System.console() == null || "dumb".equals(System.getenv("TERM"))) {
      return false;
    }
    try {
      Object answer = java.io.Console.class.getMethod("isTerminal").invoke(System.console());
      return Boolean.TRUE.equals(answer);
    } catch (ReflectiveOperationException e) {
      return true;
    }
  }
}
