package io.chiasm.contracts.shell.service;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** A process that watches its parent, and whose orderly end would never come. */
final class BoundProcess {
  private BoundProcess() {}

  public static void main(String[] arguments) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(BoundProcess::waitForever));
    ParentWatch.start(System.getenv(), SuddenEnd::now);
    System.out.println("watching");
    waitForever();
  }

  private static void waitForever() {
    try {
      Thread.sleep(Long.MAX_VALUE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  static Process start(Map<String, String> environment) throws IOException {
    ProcessBuilder process =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx32m",
            "-cp",
            System.getProperty("java.class.path"),
            BoundProcess.class.getName());
    process.environment().putAll(environment);
    return process.redirectError(ProcessBuilder.Redirect.DISCARD).start();
  }
}
