package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.study.health.Pipeline;
import io.chiasm.study.health.Pulse;
import io.chiasm.study.health.PulseChanges;
import io.chiasm.study.health.StudyHistory;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Material;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.shell.importing.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The aggregator's studies under load, see bench/dashboard: a hundred of a hundred tasks and one of
 * ten thousand, over a store that answers as slowly as one over a network, while workers finish
 * tasks at a steady rate. Without a broker: topics are read once per second whatever the studies.
 */
public final class LoadBench {
  private static final int STUDIES = 100;

  /** Two layers and two hemispheres: 100 tasks. */
  private static final int PARTICIPANTS = 25;

  /** 10,000 tasks. */
  private static final int MANY_PARTICIPANTS = 2_500;

  private static final int FINISHED_PER_SECOND = 200;

  private final SlowStore store = new SlowStore();
  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
  private final Path folder;
  private final Studies studies;
  private final StudyHistory history = new StudyHistory();
  private final PulseChanges reader = new PulseChanges();
  private final List<Double> pulseMillis = new ArrayList<>();
  private final List<Integer> eventBytes = new ArrayList<>();
  private volatile Pulse pulse = new Pulse(0, List.of(), Pipeline.UNKNOWN, 0, 0, List.of());

  /** A task's result that a worker will put, and whose news it is. */
  private record Work(String study, ObjectKey result) {}

  private LoadBench() throws IOException {
    folder = Files.createTempDirectory("load");
    Files.createDirectories(folder.resolve("data"));
    Files.write(folder.resolve("network.onnx"), new byte[1]);
    studies =
        new Studies(
            store,
            new Publisher(producer, "aggregator", Tracing.OFF),
            new Topics(Brokers.at("127.0.0.1:9")),
            (study, watch) -> imported(study),
            (study, missing, watch) -> List.of(),
            Telemetry.OFF,
            new UsualSettings());
  }

  /** Arguments: seconds to run, and a port to serve the page on, or 0. */
  public static void main(String[] args) throws Exception {
    LoadBench bench = new LoadBench();
    try (LoadPage page = new LoadPage(Integer.parseInt(args[1]), () -> bench.pulse)) {
      bench.run(Integer.parseInt(args[0]));
    }
    Runtime.getRuntime().halt(0);
  }

  private void run(int seconds) throws InterruptedException {
    List<String> ids =
        IntStream.rangeClosed(0, STUDIES)
            .mapToObj(i -> studies.submit(yaml(i), "study.yaml", folder, Submitter.ANYONE))
            .toList();
    long began = System.nanoTime();
    while (!ids.stream().allMatch(id -> studies.status(id).state() == StudyState.RUNNING)) {
      Thread.sleep(100);
    }
    System.err.printf("planned after %.1f s%n", (System.nanoTime() - began) / 1e9);
    producer.clear();
    List<Work> work = new ArrayList<>();
    ids.forEach(id -> work.addAll(work(id)));
    Collections.shuffle(work, new Random(1));
    long calls = store.calls();
    int done = 0;
    for (int second = 0; second < seconds; second++) {
      long next = System.nanoTime() + 1_000_000_000L;
      int until = Math.min(work.size(), done + FINISHED_PER_SECOND);
      for (; done < until; done++) {
        store.putElsewhere(work.get(done).result());
        studies.touch(work.get(done).study());
      }
      beat();
      Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
    }
    print(work.size(), done, seconds, (store.calls() - calls) / seconds);
  }

  private List<Work> work(String id) {
    return studies
        .unfinished(id)
        .orElseThrow()
        .plan()
        .encoding()
        .map(task -> new Work(id, task.result()))
        .toList();
  }

  /** What the watch does once per second, and what one reader is sent. */
  private void beat() {
    long began = System.nanoTime();
    long now = System.currentTimeMillis();
    pulse = new Pulse(now, history.add(now, studies.list()), Pipeline.UNKNOWN, 0, 0, List.of());
    pulseMillis.add((System.nanoTime() - began) / 1e6);
    eventBytes.add(Json.write(reader.next(pulse)).length);
  }

  private void print(int tasks, int done, int seconds, long callsPerSecond) {
    long seen =
        pulse.studies().stream()
            .flatMap(study -> study.stages().stream())
            .filter(stage -> stage.stage().name().equals("encoding"))
            .mapToLong(stage -> stage.stage().done())
            .sum();
    System.gc();
    Runtime java = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "{\"studies\": %d, \"tasks\": %d, \"seconds\": %d, \"finished\": %d, \"shown\": %d,"
            + " \"pulse_ms_median\": %.1f, \"pulse_ms_worst\": %.1f, \"pulse_bytes\": %d,"
            + " \"event_bytes_first\": %d, \"event_bytes_median\": %d, \"event_bytes_worst\": %d,"
            + " \"store_requests_per_second\": %d, \"heap_mib\": %d}%n",
        STUDIES + 1,
        tasks,
        seconds,
        done,
        seen,
        median(pulseMillis),
        Collections.max(pulseMillis),
        Json.write(pulse).length,
        eventBytes.get(0),
        median(eventBytes),
        Collections.max(eventBytes.subList(1, eventBytes.size())),
        callsPerSecond,
        (java.totalMemory() - java.freeMemory()) >> 20);
  }

  private static <T extends Comparable<T>> T median(List<T> values) {
    return values.stream().sorted().toList().get(values.size() / 2);
  }

  private static String yaml(int i) {
    return """
        study: %s
        dataset: {algonauts: data}
        networks: [{onnx: network.onnx}]
        layers: {early: stage3, late: stage9}
        """
        .formatted(i == STUDIES ? "large" : "study%03d".formatted(i));
  }

  private static Imported imported(Study study) {
    int participants = study.name().equals("large") ? MANY_PARTICIPANTS : PARTICIPANTS;
    var stimuli = MadeMaterial.stimuli(0, 70);
    List<Material.Participant> people =
        IntStream.range(0, participants)
            .mapToObj(i -> MadeMaterial.participant(study.name() + "-" + i, stimuli))
            .toList();
    return StudiesBench.imported(
        new Material(List.of(MadeMaterial.network("trained", null)), people));
  }
}
