package io.chiasm.local.stack;

import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A worker in a process of its own that takes a task, says so, and never finishes it. */
final class DoomedWorker {
  private DoomedWorker() {}

  public static void main(String[] arguments) {
    BenchWorker.start(
        arguments[0],
        "doomed",
        task -> {
          System.out.println("took " + task.id());
          QueueBench.sleep(Duration.ofHours(1));
        },
        new MemoryStore("bench"),
        new Publisher(Brokers.at(arguments[0]), "doomed"));
    QueueBench.sleep(Duration.ofHours(1));
  }

  static Process start(String bootstrap) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "-Xmx128m",
            "-cp",
            System.getProperty("java.class.path"),
            DoomedWorker.class.getName(),
            bootstrap)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
