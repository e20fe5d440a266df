package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.shell.kafka.RetryReason;
import io.chiasm.contracts.shell.service.Grace;
import io.chiasm.contracts.shell.service.QueueWorkers;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * Workers of a queue against a real broker. They wait more than they work, so they wait together.
 */
@Execution(ExecutionMode.CONCURRENT)
class TaskWorkerIT {
  /** The lock is 15 s, the shortest that a broker allows. */
  private static final Duration LONGER_THAN_THE_LOCK = Duration.ofSeconds(19);

  private QueueBench bench;

  @BeforeEach
  void start(@TempDir Path folder) throws IOException {
    bench = new QueueBench(folder);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aTaskDoneIsAcknowledged() {
    // Given
    bench.send("a", "b", "c");
    assertThat(bench.backlog()).as("before any worker has joined").isEqualTo(3);
    // When
    BenchWorker first = bench.work("first", task -> {});
    bench.await("three done", () -> first.finished.size() == 3);
    bench.await("no backlog", () -> bench.backlog() == 0);
    first.close();
    BenchWorker second = bench.work("second", task -> {});
    bench.send("d");
    bench.await("a fourth done", () -> second.finished.contains("d"));
    // Then
    assertThat(first.finished).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(second.started).containsExactly("d");
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void aTaskThatWillNeverWorkIsADeadLetterAndTheNextRuns() {
    // Given
    MemoryStore store = new MemoryStore("bench");
    bench.send("bad", "good");
    // When
    BenchWorker worker = bench.work("worker-7", TaskWorkerIT::refuseTheBad, store);
    bench.await("the good one done", () -> worker.finished.contains("good"));
    bench.await("the bad one refused", () -> worker.refused.contains("bad"));
    // Then
    List<DeadLetter> letters = bench.deadLetters();
    assertThat(letters).hasSize(1);
    DeadLetter letter = letters.get(0);
    assertThat(letter.study()).isEqualTo(QueueBench.STUDY);
    assertThat(letter.id()).isEqualTo("bad");
    assertThat(letter.reason()).isEqualTo("photograph 3 is not a PNG or JPEG file");
    assertThat(letter.origin()).isEqualTo("extraction-tasks");
    assertThat(letter.deliveries()).isEqualTo(1);
    assertThat(letter.worker()).isEqualTo("worker-7");
    assertThat(CloudEvents.read(letter.event().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(QueueBench.task(QueueBench.STUDY, "bad"));
    assertThat(failure(store, "bad"))
        .isEqualTo(new FailureDocument("bad", "extraction-tasks", letter.reason()));
    bench.await("no backlog", () -> bench.backlog() == 0);
  }

  @Test
  void bytesThatCameSpoiltAreReadAgain() {
    AtomicInteger tries = new AtomicInteger();
    BenchWorker worker = bench.work("worker", task -> spoilTwice(tries));
    bench.send("spoilt");
    bench.await("done at last", () -> !worker.finished.isEmpty());
    assertThat(worker.retries).hasSize(2).containsOnly(RetryReason.DAMAGED);
    assertThat(worker.refused).isEmpty();
  }

  private static void spoilTwice(AtomicInteger tries) {
    if (tries.incrementAndGet() <= 2) {
      throw new DamagedObjectException(new ObjectKey("images/a"), "sha256", "that", "this");
    }
  }

  @Test
  void whileTheStoreIsAwayATaskIsKeptAndTriedAgain() {
    // Given
    AtomicInteger tries = new AtomicInteger();
    BenchWorker holder = bench.work("holder", task -> failFiveTimes(tries));
    bench.send("patient");
    bench.await("a first try", () -> holder.waits.size() == 1);
    // When
    BenchWorker other = bench.work("other", task -> {});
    bench.await("done at last", () -> !holder.finished.isEmpty());
    // Then
    assertThat(holder.finished).containsExactly("patient");
    assertThat(tries).hasValue(6);
    assertThat(holder.retries).hasSize(5).containsOnly(RetryReason.AWAY);
    assertThat(holder.deliveries).containsExactly(1);
    assertThat(holder.waits).isSorted().doesNotHaveDuplicates();
    assertThat(holder.waits.stream().reduce(Duration.ZERO, Duration::plus))
        .as("longer than the lock, so that it was renewed")
        .isGreaterThan(Duration.ofSeconds(15));
    assertThat(other.started).isEmpty();
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void aTaskLongerThanTheLockRunsOnce() {
    // Given
    BenchWorker slow = bench.work("slow", task -> QueueBench.sleep(LONGER_THAN_THE_LOCK));
    bench.send("long");
    bench.await("taken", () -> slow.started.contains("long"));
    // When
    BenchWorker idle = bench.work("idle", task -> {});
    bench.await("done", () -> !slow.finished.isEmpty());
    bench.await("no backlog", () -> bench.backlog() == 0);
    // Then
    assertThat(slow.started).containsExactly("long");
    assertThat(idle.started).isEmpty();
  }

  @Test
  void aKilledWorkersTaskIsDoneByAnother() throws IOException {
    // Given
    bench.send("orphan");
    Process doomed = DoomedWorker.start(bench.bootstrap());
    try (BufferedReader said = doomed.inputReader(StandardCharsets.UTF_8)) {
      bench.await("taken", () -> ready(said));
      assertThat(said.readLine()).isEqualTo("took orphan");
      BenchWorker heir = bench.work("heir", task -> {});
      // When
      doomed.destroyForcibly();
      // Then
      bench.await("inherited", () -> heir.finished.contains("orphan"));
      assertThat(heir.deliveries).containsExactly(2);
    } finally {
      doomed.destroyForcibly();
    }
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void aServiceThatEndsFinishesItsTaskAndTakesNoOther() throws Exception {
    // Given
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    List<String> done = new CopyOnWriteArrayList<>();
    QueueWorkers ending =
        bench.service(
            task -> {
              taken.countDown();
              await(goOn);
              done.add(task.id());
            });
    bench.send("first");
    assertThat(taken.await(1, TimeUnit.MINUTES)).isTrue();
    bench.send("second");
    // When
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(() -> ending.finish(Grace.of(Duration.ofMinutes(1))));
    assertThat(ending.alive()).isTrue();
    goOn.countDown();
    end.get(1, TimeUnit.MINUTES);
    // Then
    assertThat(done).containsExactly("first");
    assertThat(ending.alive()).isFalse();
    BenchWorker next = bench.work("next", task -> {});
    bench.await("the second done", () -> next.finished.contains("second"));
    assertThat(next.started).containsExactly("second");
  }

  @Test
  void aTaskThatOutlastsTheGraceIsAnothersAtOnceAndNoFailure() throws Exception {
    // Given
    int oftenerThanAFailureMay = 5;
    // When
    for (int i = 0; i < oftenerThanAFailureMay; i++) {
      CountDownLatch taken = new CountDownLatch(1);
      QueueWorkers ending =
          bench.service(
              task -> {
                taken.countDown();
                QueueBench.sleep(Duration.ofHours(1));
              });
      if (i == 0) {
        bench.send("long");
      }
      assertThat(taken.await(1, TimeUnit.MINUTES)).as("taken by %s", i).isTrue();
      ending.finish(Grace.of(Duration.ZERO));
      assertThat(ending.alive()).isFalse();
    }
    BenchWorker heir = bench.work("heir", task -> {});
    bench.await("inherited", () -> heir.finished.contains("long"));
    // Then
    assertThat(heir.deliveries).containsExactly(1);
    bench.await("no backlog", () -> bench.backlog() == 0);
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void aRecordThatIsNoEventIsADeadLetterAndTheWorkerGoesOn() {
    // Given
    bench.sendRaw("poison", new byte[] {0, 1, 2, (byte) 0xff});
    bench.sendRaw("foreign", "{\"specversion\":\"1.0\"}".getBytes(StandardCharsets.UTF_8));
    bench.send("good");
    // When
    BenchWorker worker = bench.work("worker", task -> {});
    bench.await("the good one done", () -> worker.finished.contains("good"));
    bench.await("both refused", () -> worker.refused.size() == 2);
    // Then
    assertThat(worker.alive()).isTrue();
    assertThat(bench.deadLetters())
        .extracting(DeadLetter::id)
        .containsExactlyInAnyOrder("poison", "foreign");
    assertThat(bench.deadLetters())
        .allSatisfy(letter -> assertThat(letter.study()).isEmpty())
        .allSatisfy(letter -> assertThat(letter.reason()).contains("not a CloudEvent"));
  }

  @Test
  void aRecordWithoutAValueIsADeadLetter() {
    // Given
    bench.sendRaw("tombstone", null);
    bench.send("good");
    // When
    BenchWorker worker = bench.work("worker", task -> {});
    bench.await("the good one done", () -> worker.finished.contains("good"));
    bench.await("refused", () -> worker.refused.contains("tombstone"));
    // Then
    assertThat(bench.deadLetters()).extracting(DeadLetter::event).containsExactly("");
    assertThat(worker.bugs).isEmpty();
  }

  @Test
  void aRecordTooLargeForALetterIsCut() {
    // Given
    bench.sendRaw("huge", new byte[5 << 20]);
    // When
    BenchWorker worker = bench.work("worker", task -> {});
    bench.await("refused", () -> worker.refused.contains("huge"));
    // Then
    assertThat(bench.deadLetters()).hasSize(1);
    assertThat(bench.deadLetters().get(0).event()).endsWith("… (cut: 5242880 bytes in all)");
  }

  @Test
  void aStudyThatNoKeyCanNameIsADeadLetterOnly() {
    // Given
    MemoryStore store = new MemoryStore("bench");
    bench.publisher().publish(QueueBench.task("../elsewhere", "bad"));
    // When
    BenchWorker worker = bench.work("worker", TaskWorkerIT::refuseTheBad, store);
    bench.await("refused", () -> worker.refused.contains("bad"));
    // Then
    assertThat(bench.deadLetters()).extracting(DeadLetter::study).containsExactly("../elsewhere");
    assertThat(store.list(new ObjectKey("studies"))).isEmpty();
    assertThat(worker.bugs).isEmpty();
  }

  @Test
  void aRefusalIsKeptWhileTheStoreIsAway() {
    // Given
    AwayStore store = new AwayStore(2);
    bench.send("bad");
    // When
    BenchWorker worker = bench.work("worker", TaskWorkerIT::refuseTheBad, store);
    bench.await("refused", () -> worker.refused.contains("bad"));
    // Then
    assertThat(worker.bugs).isEmpty();
    assertThat(worker.waits).hasSize(2);
    assertThat(bench.deadLetters()).extracting(DeadLetter::id).containsExactly("bad");
    assertThat(failure(store, "bad").reason()).contains("not a PNG");
  }

  @Test
  void aBugStopsTheWorkerLoudlyAndTheTaskIsAnothers() {
    // Given
    IllegalStateException bug = new IllegalStateException("a slip of ours");
    BenchWorker broken =
        bench.work(
            "broken",
            task -> {
              throw bug;
            });
    // When
    bench.send("unlucky");
    bench.await("stopped", () -> !broken.bugs.isEmpty() && !broken.alive());
    BenchWorker next = bench.work("next", task -> {});
    bench.await("done by the next", () -> next.finished.contains("unlucky"));
    // Then
    assertThat(broken.bugs).containsExactly(bug);
    assertThat(bench.deadLetters()).isEmpty();
  }

  @Test
  void aTaskThatBreaksWorkerAfterWorkerIsADeadLetter() {
    // Given
    bench.send("deadly");
    // When
    for (int i = 0; i < 4; i++) {
      BenchWorker broken =
          bench.work(
              "broken-" + i,
              task -> {
                throw new IllegalStateException("a slip of ours");
              });
      bench.await("stopped", () -> !broken.alive());
    }
    BenchWorker last = bench.work("last", task -> {});
    bench.await("refused", () -> last.refused.contains("deadly"));
    // Then
    assertThat(last.started).isEmpty();
    assertThat(bench.deadLetters()).extracting(DeadLetter::deliveries).containsExactly(5);
    assertThat(bench.deadLetters().get(0).reason()).startsWith("ended 4 workers");
  }

  @Test
  void workersShareAndALateOneGetsItsPart() {
    // Given
    String[] ids = IntStream.range(0, 60).mapToObj(i -> "t" + i).toArray(String[]::new);
    bench.send(ids);
    BenchWorker first = bench.work("first", task -> QueueBench.sleep(Duration.ofMillis(200)));
    BenchWorker second = bench.work("second", task -> QueueBench.sleep(Duration.ofMillis(200)));
    bench.await("some done", () -> first.finished.size() + second.finished.size() > 6);
    // When
    BenchWorker third = bench.work("third", task -> QueueBench.sleep(Duration.ofMillis(200)));
    List<BenchWorker> all = List.of(first, second, third);
    bench.await(
        "all done", () -> all.stream().mapToInt(w -> w.finished.size()).sum() >= ids.length);
    // Then
    assertThat(all).allSatisfy(worker -> assertThat(worker.finished).hasSizeGreaterThan(5));
    assertThat(all.stream().flatMap(w -> w.finished.stream()).toList())
        .containsExactlyInAnyOrderElementsOf(Stream.of(ids).toList());
  }

  private static boolean ready(BufferedReader said) {
    try {
      return said.ready();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void refuseTheBad(Message task) {
    if (task.id().equals("bad")) {
      throw new InputException("photograph 3 is not a PNG or JPEG file");
    }
  }

  private static void failFiveTimes(AtomicInteger tries) {
    if (tries.incrementAndGet() <= 5) {
      throw new TransientException("the store is away", new IOException("refused"));
    }
  }

  private static FailureDocument failure(TensorStore store, String task) {
    ObjectKey key = ObjectLayout.failure(QueueBench.STUDY, task);
    try (InputStream in = store.open(key)) {
      return Json.read(in.readAllBytes(), FailureDocument.class, key.value());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
