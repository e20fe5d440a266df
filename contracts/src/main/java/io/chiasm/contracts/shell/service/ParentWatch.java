package io.chiasm.contracts.shell.service;

import java.util.OptionalLong;

/** Ends this process when another one ends. */
public final class ParentWatch {
  private ParentWatch() {}

  /**
   * Runs {@code onExit} as soon as the process is gone, at once if it is gone already.
   *
   * @param parent process id; empty to watch none
   */
  public static void start(OptionalLong parent, Runnable onExit) {
    if (parent.isPresent()) {
      ProcessHandle.of(parent.getAsLong())
          .ifPresentOrElse(
              process -> process.onExit().thenRun(onExit).exceptionally(e -> null), onExit);
    }
  }
}
