package io.chiasm.aggregator.shell.study;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.aggregator.shell.reporting.Reporter;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.study.estimate.Extents;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Material;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import io.chiasm.study.shell.importing.Imported;
import io.chiasm.study.shell.importing.Importer;
import io.chiasm.study.shell.importing.StudyFolds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Studies over a store in memory; no worker and no broker, only what is said to them. */
public final class StudiesBench implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private final Path folder;
  private final TensorStore store;
  private final int window;
  private final RefusingProducer producer = new RefusingProducer();
  private final Topics topics = new Topics(Brokers.at("127.0.0.1:9"));
  private final Studies studies;

  /** Studies that bring in the made material and report nothing. */
  public StudiesBench(Path folder) {
    this(folder, (study, watch) -> imported(), (study, missing, watch) -> List.of());
  }

  /** Writes the files that {@link #yaml} names into {@code folder}. */
  public StudiesBench(Path folder, Importer importer, Reporter reporter) {
    this(folder, new MemoryStore("bench"), importer, reporter);
  }

  StudiesBench(Path folder, TensorStore store, Importer importer, Reporter reporter) {
    this(folder, store, importer, reporter, 200);
  }

  /**
   * @param window the most tasks of all studies in one queue
   */
  StudiesBench(Path folder, TensorStore store, Importer importer, Reporter reporter, int window) {
    this.folder = folder;
    this.window = window;
    this.store = store;
    try {
      Files.createDirectories(folder.resolve("data"));
      Files.write(folder.resolve("network.onnx"), new byte[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.studies = start(importer, reporter);
  }

  /** More studies over the same store, as after a restart. */
  Studies start(Importer importer, Reporter reporter) {
    return new Studies(
        store,
        new Publisher(producer, "aggregator", Tracing.OFF),
        topics,
        importer,
        reporter,
        Telemetry.OFF,
        new Quick(window));
  }

  public Studies studies() {
    return studies;
  }

  public TensorStore store() {
    return store;
  }

  public Path folder() {
    return folder;
  }

  /** A study file. */
  public static String yaml() {
    return """
        study: made
        dataset: {algonauts: data}
        networks: [{name: trained, onnx: network.onnx}]
        layers: {early: stage3, late: stage9}
        """;
  }

  /** A study file of another study on the same data. */
  String submit(String name) {
    return studies.submit(
        yaml().replace("study: made", "study: " + name), "study.yaml", folder, Submitter.ANYONE);
  }

  public String submit() {
    return studies.submit(yaml(), "study.yaml", folder, Submitter.ANYONE);
  }

  /** All that was published, in order. */
  List<Message> said() {
    return producer.history().stream().map(record -> CloudEvents.read(record.value())).toList();
  }

  RefusingProducer producer() {
    return producer;
  }

  /** Puts an object, whatever its content. */
  void put(ObjectKey key) {
    store.put(key, Content.of(new byte[] {1}));
  }

  /** Workers' results of all tasks of the made material. */
  public void encodeAll() {
    MadeMaterial.plan().encoding().forEach(task -> put(task.result()));
  }

  /** The status once the study is in that state. */
  public StudyStatus await(String id, StudyState state) {
    return await(studies, id, state);
  }

  static StudyStatus await(Studies studies, String id, StudyState state) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (studies.status(id).state() != state) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not " + state + " but " + studies.status(id));
      }
      sleep();
    }
    return studies.status(id);
  }

  /** Waits until it is so. */
  static void until(BooleanSupplier condition) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("in vain");
      }
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(5);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What an import of the made material brings. */
  public static Imported imported() {
    List<StimulusId> stimuli = IntStream.range(0, 70).mapToObj(StimulusId::new).toList();
    return new Imported(
        MadeMaterial.material(),
        StudyFolds.of(ValidationSpec.DEFAULT, stimuli),
        Map.of(),
        (participant, hemisphere) -> Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        NetworkInventory.NONE,
        Map.of(),
        extents(),
        List.of(Warning.of(WarningKind.DATASET, "a warning of the data set")));
  }

  /** An import that brings this, and no warnings. */
  static Imported imported(Material material) {
    Imported small = imported();
    return new Imported(
        material,
        small.folds(),
        Map.of(),
        small.fsaverage(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        NetworkInventory.NONE,
        Map.of(),
        Extents.NONE,
        List.of());
  }

  private static Extents extents() {
    Shape shape = Shape.of(4, 6, 8);
    Map<String, Shape> layers = Map.of("stage3", shape, "stage9", shape);
    List<String> networks = List.of("trained", "untrained-0");
    Map<ParticipantId, Integer> folds = new HashMap<>();
    MadeMaterial.material().participants().forEach(p -> folds.put(p.participant(), 10));
    return new Extents(
        networks.stream().collect(Collectors.toMap(n -> n, n -> 1_000_000L)),
        networks.stream().collect(Collectors.toMap(n -> n, n -> layers)),
        folds,
        63);
  }

  static ObjectKey cancelMark(String study) {
    return ObjectLayout.cancelled(study);
  }

  @Override
  public void close() {
    studies.close();
    topics.close();
  }

  private record Quick(int window) implements AggregatorConfig.Aggregator {
    @Override
    public Duration pulse() {
      return Duration.ofMillis(100);
    }

    @Override
    public Duration preview() {
      return Duration.ZERO;
    }

    @Override
    public Duration look() {
      return Duration.ofMillis(10);
    }

    @Override
    public Duration glance() {
      return Duration.ofMillis(20);
    }

    @Override
    public Duration rescue() {
      return Duration.ofHours(1);
    }

    @Override
    public int window() {
      return window;
    }
  }
}
