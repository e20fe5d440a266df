package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.minio.MinioStore;
import io.chiasm.contracts.shell.minio.StoreSettings;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.study.keeping.GcReport;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Material;
import io.chiasm.study.plan.Missing;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.plan.Planner;
import io.chiasm.study.progress.Progress;
import io.chiasm.study.progress.StudyState;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Studies of very many tasks, and a look at one in a store of very many objects: bench/backlog. */
public final class BacklogBench {
  private static final int SHARED = 1_000;
  private static final int OWN = 9_000;
  private static final int PARTICIPANTS = 8;

  private BacklogBench() {}

  /**
   * Arguments: {@code plan shared|all NETWORKS}, {@code look ENDPOINT ACCESS SECRET TASKS}, or
   * {@code gc ENDPOINT ACCESS SECRET}.
   */
  public static void main(String[] args) throws Exception {
    if (args[0].equals("plan")) {
      plan(args[1], Integer.parseInt(args[2]));
    } else if (args[0].equals("gc")) {
      try (MinioStore store =
          MinioStore.connect(StoreSettings.of(args[1], "chiasm", args[2], args[3], "us-east-1"))) {
        collect(store);
      }
    } else {
      try (MinioStore store =
          MinioStore.connect(StoreSettings.of(args[1], "chiasm", args[2], args[3], "us-east-1"))) {
        look(store, Integer.parseInt(args[4]));
      }
    }
    Runtime.getRuntime().halt(0);
  }

  /**
   * From the submission until the first tasks are sent, all that the aggregator does but import.
   */
  private static void plan(String stimuli, int networks) throws Exception {
    Path folder = Files.createTempDirectory("backlog");
    Files.createDirectories(folder.resolve("data"));
    Files.write(folder.resolve("network.onnx"), new byte[1]);
    Material material = material(stimuli, networks);
    RefusingProducer producer = new RefusingProducer();
    EmptyStore store = new EmptyStore();
    try (Studies studies =
        new Studies(
            store,
            new Publisher(producer, "aggregator", Tracing.OFF),
            noBroker(),
            (study, watch) -> StudiesBench.imported(material),
            (study, missing, watch) -> List.of(),
            Telemetry.OFF,
            new UsualSettings())) {
      studies.recover();
      System.gc();
      long before = used();
      long began = System.nanoTime();
      String id = studies.submit(StudiesBench.yaml(), "study.yaml", folder, Submitter.ANYONE);
      while (studies.status(id).state() != StudyState.RUNNING) {
        Thread.sleep(20);
      }
      double seconds = (System.nanoTime() - began) / 1e9;
      long peak = peak();
      Plan plan = studies.unfinished(id).orElseThrow().plan();
      long tasks = plan.extraction().size() + plan.encoding().count();
      System.gc();
      System.out.printf(
          Locale.ROOT,
          "| %s | %,d | %,d | %,d | %.1f s | %,d | %,d MiB | %,d MiB | %,d | %,d |%n",
          stimuli,
          tasks,
          plan.extraction().size(),
          plan.fanIns().size(),
          seconds,
          store.requests(),
          peak >> 20,
          (used() - before) >> 20,
          producer.history().size(),
          studies.held().orElseThrow().get(Topic.EXTRACTION_TASKS));
      compute(plan);
    }
  }

  /** Nobody asks it; closed, it does not look for a broker either. */
  private static Topics noBroker() {
    Topics topics = new Topics(Brokers.at("127.0.0.1:9"));
    topics.close();
    return topics;
  }

  /** What each look with news computes. */
  private static void compute(Plan plan) {
    for (int i = 0; i < 5; i++) {
      long from = System.nanoTime();
      Missing missing = Missing.of(plan, key -> false);
      long middle = System.nanoTime();
      Progress progress = Progress.of(plan, key -> false, Set.of());
      System.out.printf(
          Locale.ROOT,
          "| a look's Missing %.0f ms (%d), Progress %.0f ms (%d) |%n",
          (middle - from) / 1e6,
          missing.extraction().size(),
          (System.nanoTime() - middle) / 1e6,
          progress.extracted());
    }
  }

  private static void look(TensorStore store, int tasks) {
    int people = tasks / 4;
    List<StimulusRef> stimuli = MadeMaterial.stimuli(0, 100);
    Material material =
        new Material(
            List.of(MadeMaterial.network("trained", null)),
            IntStream.range(0, people)
                .mapToObj(i -> MadeMaterial.participant("p" + i, stimuli))
                .toList());
    Plan plan = Planner.plan(MadeMaterial.ID, MadeMaterial.study(), material);
    List<ObjectKey> results = plan.encoding().map(EncodingTask::result).toList();
    try (Requests requests = new Requests()) {
      takenUp(plan, store, requests);
      for (int round = 0; round < 3; round++) {
        long from = System.nanoTime();
        Seen seen = Seen.of(plan, store, requests);
        row("first look at " + results.size() + " tasks", from, seen.count());
        List<ObjectKey> news = results.subList(round * 100, round * 100 + 100);
        requests.each(news, key -> store.put(key, Content.of(new byte[] {1})));
        from = System.nanoTime();
        seen.look(news);
        Missing missing = Missing.of(plan, seen::exists);
        Progress progress = Progress.of(plan, seen::exists, Set.of());
        row("look with 100 results", from, progress.encoded());
        from = System.nanoTime();
        seen.beginRound();
        seen.goOn(100);
        row("100 objects of a round", from, missing.extraction().size());
      }
    }
  }

  /** What nothing refers to, looked for and then deleted, as {@code chiasm gc} asks for it. */
  private static void collect(TensorStore store) {
    Housekeeping housekeeping = new Housekeeping(store, new Starts(), InstantSource.system());
    for (boolean dryRun : List.of(true, false)) {
      long from = System.nanoTime();
      List<GcReport> calls = new ArrayList<>();
      do {
        calls.add(housekeeping.collect(Duration.ZERO, dryRun));
      } while (calls.get(calls.size() - 1).more());
      String what = dryRun ? "gc --dry-run" : "gc in " + calls.size() + " calls";
      row(what, from, (int) GcReport.together(calls).freed().objects());
    }
  }

  /** As a process does that follows another, which saw half of the results. */
  private static void takenUp(Plan plan, TensorStore store, Requests requests) {
    List<ObjectKey> results = plan.encoding().map(EncodingTask::result).toList();
    List<ObjectKey> half = results.subList(results.size() / 2, results.size());
    requests.each(half, key -> store.put(key, Content.of(new byte[] {1})));
    new Sightings(store, MadeMaterial.ID).keep(Seen.of(plan, store, requests));
    for (int round = 0; round < 3; round++) {
      long from = System.nanoTime();
      Set<ObjectKey> before = new Sightings(store, MadeMaterial.ID).read(requests);
      Seen seen = Seen.again(plan, before, store, requests);
      Missing missing = Missing.of(plan, seen::exists);
      row("taken up by another process", from, seen.count() - missing.encoding().size());
    }
  }

  private static void row(String what, long from, int found) {
    System.out.printf(
        Locale.ROOT, "| %s | %.2f s | %d |%n", what, (System.nanoTime() - from) / 1e9, found);
  }

  private static Material material(String stimuli, int networks) {
    Map<String, String> layers = new LinkedHashMap<>();
    layers.put("early", "stage3");
    layers.put("middle", "stage6");
    layers.put("late", "stage9");
    List<Material.Network> all =
        IntStream.range(0, networks)
            .mapToObj(
                i ->
                    new Material.Network(
                        "n" + i, MadeMaterial.reference((long) i), MadeMaterial.INPUT, layers))
            .toList();
    List<StimulusRef> pool = MadeMaterial.stimuli(0, SHARED + PARTICIPANTS * OWN);
    return new Material(
        all,
        IntStream.range(0, PARTICIPANTS)
            .mapToObj(
                i ->
                    MadeMaterial.participant(
                        "subj0" + i,
                        stimuli.equals("all") ? own(pool, i) : pool.subList(0, SHARED)))
            .toList());
  }

  /** One's own photographs lie between those of the others, as in the Natural Scenes Dataset. */
  private static List<StimulusRef> own(List<StimulusRef> pool, int participant) {
    List<StimulusRef> own = new ArrayList<>(pool.subList(0, SHARED));
    for (int i = SHARED + participant; i < pool.size(); i += PARTICIPANTS) {
      own.add(pool.get(i));
    }
    return own;
  }

  private static long used() {
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** Garbage included, so the whole of what the heap ever had to hold. */
  private static long peak() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
