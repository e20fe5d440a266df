package io.chiasm.extraction.shell.djl;

import ai.djl.engine.Engine;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Starts ONNX Runtime, once per process.
 *
 * <p>ONNX Runtime 1.29.0 matches the process's command line against regular expressions when it
 * starts, by recursion of about 260 bytes of stack per character: more than some 3,800 characters,
 * as in a long class path, overflow a Java thread's usual 1 MB, and the process dies with a
 * segmentation fault without a word. The start therefore runs in a thread of its own, whose stack
 * suffices for any command line; only what is used of it becomes real memory.
 */
final class EngineStart {
  static final String ENGINE = "OnnxRuntime";

  /** Linux allows command lines of 2 MiB in all. */
  private static final long STACK_BYTES = 640L << 20;

  private static boolean started;

  private EngineStart() {}

  static synchronized void ensure() {
    if (started) {
      return;
    }
    // Else DJL may ask cloud metadata addresses, report its use and download natives.
    System.setProperty("ai.djl.offline", "true");
    Telemetry.preventBeforeStart();
    AtomicReference<Throwable> failure = new AtomicReference<>();
    Thread thread = new Thread(null, EngineStart::start, "onnxruntime-start", STACK_BYTES);
    thread.setUncaughtExceptionHandler((ended, e) -> failure.set(e));
    thread.start();
    join(thread);
    if (failure.get() != null) {
      throw new IllegalStateException("ONNX Runtime does not start", failure.get());
    }
    started = true;
  }

  private static void start() {
    Engine.getEngine(ENGINE);
    Telemetry.disableAfterStart();
  }

  /** Waits to the end, also if interrupted: the runtime cannot be started by halves. */
  private static void join(Thread thread) {
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
