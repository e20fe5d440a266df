package io.chiasm.local.stack;

import io.chiasm.contracts.shell.service.Grace;
import io.chiasm.contracts.shell.service.QueueWorkers;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * How soon the task of a worker that ends is another's: of one that is killed, one that freezes (as
 * a lost node does), and one that ends in order with the embedded stack's grace. One other worker
 * is there. Prints one line per trial; see {@code bench/handover}.
 */
final class HandoverBench {
  /** The embedded stack's. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private HandoverBench() {}

  public static void main(String[] arguments) throws Exception {
    for (int trial = 0; trial < Integer.parseInt(arguments[0]); trial++) {
      lost("killed", "-KILL");
      lost("frozen", "-STOP");
      ended();
    }
    Runtime.getRuntime().halt(0);
  }

  private static void lost(String how, String signal) throws IOException, InterruptedException {
    try (QueueBench bench = new QueueBench(Files.createTempDirectory("handover"))) {
      bench.send("orphan");
      Process doomed = DoomedWorker.start(bench.bootstrap());
      try (BufferedReader said = doomed.inputReader(StandardCharsets.UTF_8)) {
        said.readLine();
        BenchWorker heir = bench.work("heir", task -> {});
        QueueBench.sleep(Duration.ofSeconds(5));
        long from = System.nanoTime();
        new ProcessBuilder("kill", signal, String.valueOf(doomed.pid())).start().waitFor();
        bench.await("inherited", () -> heir.finished.contains("orphan"));
        print(how, from);
      } finally {
        doomed.destroyForcibly();
      }
    }
  }

  private static void ended() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("handover");
    try (QueueBench bench = new QueueBench(folder)) {
      CountDownLatch taken = new CountDownLatch(1);
      QueueWorkers ending =
          bench.service(
              task -> {
                taken.countDown();
                QueueBench.sleep(Duration.ofHours(1));
              });
      bench.send("long");
      taken.await();
      BenchWorker heir = bench.work("heir", task -> {});
      QueueBench.sleep(Duration.ofSeconds(5));
      long from = System.nanoTime();
      ending.finish(Grace.of(GRACE));
      bench.await("inherited", () -> heir.finished.contains("long"));
      print("ended", from);
    }
  }

  private static void print(String how, long from) {
    System.out.printf(Locale.ROOT, "%s seconds=%.1f%n", how, (System.nanoTime() - from) / 1e9);
  }
}
