package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.store.Sha256;
import io.chiasm.local.kubernetes.Scaler;
import io.chiasm.local.running.FreePort;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** What the scalers of the production overlay are told by a real aggregator. */
@Execution(ExecutionMode.CONCURRENT)
class BacklogIT {
  private static final OptionalLong UNKNOWN = OptionalLong.empty();
  private static final OptionalLong NONE = OptionalLong.of(0);
  private static final OptionalLong ALL = OptionalLong.of(5);
  private static final String TOKEN = "a-scaler-that-may-only-look-on-and-nothing-else";

  private final Path folder;
  private QueueBench bench;
  private EmbeddedStore store;
  private WorkFolder work;
  private ServiceProcess aggregator;
  private Scaler extractors;
  private Scaler encoders;

  BacklogIT(@TempDir Path folder) {
    this.folder = folder;
  }

  @BeforeEach
  void start() throws Exception {
    bench = new QueueBench(folder.resolve("broker"));
    store = EmbeddedStore.start(folder.resolve("store"));
    work = WorkFolder.take(folder.resolve("work"));
    Path tokens = folder.resolve("tokens.yaml");
    String hash = Sha256.of(TOKEN).value();
    Files.writeString(tokens, "- {name: keda, role: viewer, sha256: " + hash + "}\n");
    int port = FreePort.any();
    URI address = URI.create("http://127.0.0.1:" + port);
    extractors = new Scaler("chiasm-extractor", address, TOKEN);
    encoders = new Scaler("chiasm-encoder", address, TOKEN);
    aggregator =
        ServiceProcess.start(
            new StackSettings(Path.of(System.getProperty("chiasm.home")), folder, 0, 1, 1, false),
            Service.AGGREGATOR,
            "aggregator",
            Map.of(
                "CHIASM_KAFKA", bench.bootstrap(),
                "CHIASM_STORE_ENDPOINT", store.endpoint().toString(),
                "CHIASM_STORE_ACCESS_KEY", EmbeddedStore.accessKey(),
                "CHIASM_STORE_SECRET_KEY", store.secretKey(),
                "CHIASM_ACCESS", "tokens",
                "CHIASM_ACCESS_TOKENS", tokens.toString(),
                "QUARKUS_HTTP_HOST", "127.0.0.1"),
            port,
            work);
  }

  @AfterEach
  void stop() throws Exception {
    aggregator.close();
    bench.close();
    store.close();
    work.close();
  }

  @Test
  void aScalerIsToldTheUnfinishedTasksOrNothing() throws Exception {
    // Before anything was sent.
    bench.await("ready", aggregator::ready);
    assertThat(until(extractors, NONE)).isSubsetOf(UNKNOWN, NONE);
    assertThat(until(encoders, NONE)).isSubsetOf(UNKNOWN, NONE);

    // Tasks that wait and one that is under way.
    CountDownLatch goOn = new CountDownLatch(1);
    BenchWorker holder = bench.work("holder", task -> await(goOn));
    bench.send("a", "b", "c", "d", "e");
    bench.await("one is under way", () -> holder.started.size() == 1);
    until(extractors, ALL);
    assertThat(until(encoders, NONE)).isSubsetOf(UNKNOWN, NONE);

    // Another aggregator, which does not know at first.
    ProcessHandle first = ProcessHandle.of(aggregator.pid()).orElseThrow();
    first.destroyForcibly();
    bench.await("gone", () -> !first.isAlive());
    assertThat(extractors.ask()).isEqualTo(UNKNOWN);
    aggregator.revive();
    assertThat(until(extractors, ALL)).isSubsetOf(UNKNOWN, ALL);

    // After the last.
    goOn.countDown();
    until(extractors, NONE);
    assertThat(holder.finished).hasSize(5);
    holder.close();

    // Without a broker, with a task that nobody takes.
    bench.send("f");
    until(extractors, OptionalLong.of(1));
    bench.loseBroker();
    assertThat(until(extractors, UNKNOWN)).isSubsetOf(OptionalLong.of(1), UNKNOWN);
    assertThat(encoders.ask()).isEqualTo(UNKNOWN);
  }

  /** What it was told until then. */
  private Set<OptionalLong> until(Scaler scaler, OptionalLong told) {
    Set<OptionalLong> all = new CopyOnWriteArraySet<>();
    bench.await(
        "told " + told + ", not " + all,
        () -> {
          OptionalLong now = asked(scaler);
          all.add(now);
          return now.equals(told);
        });
    return all;
  }

  private static OptionalLong asked(Scaler scaler) {
    try {
      return scaler.ask();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
