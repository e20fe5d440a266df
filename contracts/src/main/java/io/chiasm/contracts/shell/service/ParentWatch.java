package io.chiasm.contracts.shell.service;

import java.time.Duration;
import java.util.OptionalLong;

/** Ends this process when another one ends. */
public final class ParentWatch {
  /**
   * Broker and store ended with the parent, so an orderly end would wait for them in vain; what is
   * unfinished is done again by whoever takes up the study.
   */
  private static final Duration GRACE = Duration.ofSeconds(3);

  private ParentWatch() {}

  /**
   * Runs {@code onExit} as soon as the process is gone, at once if it is gone already, and ends
   * this process by force if that has not ended it within a few seconds.
   *
   * @param parent process id; empty to watch none
   */
  public static void start(OptionalLong parent, Runnable onExit) {
    if (parent.isPresent()) {
      Runnable end =
          () -> {
            forceLater();
            onExit.run();
          };
      ProcessHandle.of(parent.getAsLong())
          .ifPresentOrElse(process -> process.onExit().thenRun(end).exceptionally(e -> null), end);
    }
  }

  private static void forceLater() {
    Thread force = new Thread(ParentWatch::force, "parent-is-gone");
    force.setDaemon(true);
    force.start();
  }

  private static void force() {
    try {
      Thread.sleep(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(1);
  }
}
