package io.chiasm.contracts.shell.service;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * Ends this process when the one that started it ends. Broker and store ended with it, so an
 * orderly end would wait for them in vain; what is unfinished is done again by whoever takes up the
 * study. So it ends at once, whatever it is just doing.
 */
public final class ParentWatch {
  /** Process to end with. */
  public static final String PARENT = "CHIASM_PARENT";

  /** Set by a parent that holds the other end of standard input as long as it lives. */
  public static final String PIPE = "CHIASM_PARENT_PIPE";

  /** The JDK's own watch of a process that is no child looks only every five seconds. */
  private static final Duration GLANCE = Duration.ofMillis(250);

  private ParentWatch() {}

  /**
   * Watches as the environment says; a service's first deed, since its start takes long where there
   * is much to do.
   *
   * @param onEnd what happens when the parent is gone
   */
  public static void start(Map<String, String> environment, Runnable onEnd) {
    if (environment.containsKey(PIPE)) {
      watch(() -> awaitEnd(new FileInputStream(FileDescriptor.in)), onEnd);
    } else if (environment.getOrDefault(PARENT, "").matches("[0-9]{1,18}")) {
      long pid = Long.parseLong(environment.get(PARENT));
      Optional<ProcessHandle> parent = ProcessHandle.of(pid);
      watch(() -> awaitEnd(parent), onEnd);
    }
  }

  private static void watch(Runnable awaiting, Runnable onEnd) {
    Thread thread =
        new Thread(
            () -> {
              awaiting.run();
              onEnd.run();
            },
            "parent-watch");
    thread.setDaemon(true);
    thread.start();
  }

  /** The system closes a pipe whose writer is gone, so that nothing needs to be asked. */
  static void awaitEnd(InputStream pipe) {
    try {
      while (pipe.read() >= 0) {
        // Nobody says anything here.
        continue;
      }
    } catch (IOException e) {
      // No pipe, no parent.
      return;
    }
  }

  static void awaitEnd(Optional<ProcessHandle> parent) {
    while (parent.isPresent() && lives(parent.get())) {
      sleep();
    }
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

  private static void sleep() {
    try {
      Thread.sleep(GLANCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
