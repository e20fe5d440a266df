package io.chiasm.contracts.shell.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/** Ends this process when another one ends. */
public final class ParentWatch {
  /**
   * Broker and store ended with the parent, so an orderly end would wait for them in vain; what is
   * unfinished is done again by whoever takes up the study.
   */
  private static final Duration GRACE = Duration.ofSeconds(1);

  /** The JDK's own watch of a process that is no child looks only every five seconds. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  private ParentWatch() {}

  /**
   * Runs {@code onExit} as soon as the process is gone, at once if it is gone already, and ends
   * this process by force if that has not ended it shortly after.
   *
   * @param parent process id; empty to watch none
   */
  public static void start(OptionalLong parent, Runnable onExit) {
    if (parent.isPresent()) {
      Optional<ProcessHandle> process = ProcessHandle.of(parent.getAsLong());
      daemon("parent-watch", () -> watch(process, onExit));
    }
  }

  private static void watch(Optional<ProcessHandle> parent, Runnable onExit) {
    while (parent.isPresent() && lives(parent.get())) {
      sleep(GLANCE);
    }
    daemon("parent-is-gone", ParentWatch::force);
    onExit.run();
  }

  /** A process that ended stays listed until its own parent asks how; here it counts as gone. */
  private static boolean lives(ProcessHandle process) {
    if (!process.isAlive()) {
      return false;
    }
    try {
      String state = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      return !state.substring(state.lastIndexOf(')') + 1).stripLeading().startsWith("Z");
    } catch (IOException e) {
      // No such folder on this system.
      return process.isAlive();
    }
  }

  private static void force() {
    sleep(GRACE);
    kill();
    Runtime.getRuntime().halt(1);
  }

  /** Unlike the virtual machine's own end, this does not wait for native code that computes. */
  private static void kill() {
    String self = String.valueOf(ProcessHandle.current().pid());
    try {
      new ProcessBuilder("kill", "-KILL", self).start().waitFor();
    } catch (IOException e) {
      // No such command on this system: the caller ends the process.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void sleep(Duration length) {
    try {
      Thread.sleep(length.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
