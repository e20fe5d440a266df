package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StudyChanged;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.MemoryStore;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.upload.Chunk;
import io.chiasm.contracts.upload.UploadTree;
import io.chiasm.contracts.upload.UploadedFile;
import io.chiasm.report.results.NetworkInventory;
import io.chiasm.study.estimate.Extents;
import io.chiasm.study.keeping.GcReport;
import io.chiasm.study.keeping.KindSizes;
import io.chiasm.study.keeping.KindSizes.Size;
import io.chiasm.study.keeping.ObjectKind;
import io.chiasm.study.keeping.References;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.plan.Material;
import io.chiasm.study.plan.Missing;
import io.chiasm.study.plan.Plan;
import io.chiasm.study.plan.Planner;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.shell.importing.Imported;
import io.chiasm.study.shell.importing.Importer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two studies, {@code made} and {@code other}: the same photographs, one network in common and one
 * that only the latter has.
 */
@Timeout(60)
class HousekeepingTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
  private static final Duration MONTH = Duration.ofDays(30);

  private Instant time = NOW.minus(Duration.ofDays(90));
  private final MemoryStore memory = new MemoryStore("bench", () -> time);
  private final HookedStore store = new HookedStore(memory);
  private final CountDownLatch go = new CountDownLatch(1);
  private volatile String held = "";
  private StudiesBench bench;
  private Housekeeping housekeeping;

  @BeforeEach
  void start(@TempDir Path folder) {
    bench = new StudiesBench(folder, store, this::bringIn, (study, missing, watch) -> List.of());
    housekeeping = new Housekeeping(store, bench.studies().starts(), () -> NOW);
  }

  @AfterEach
  void stop() {
    go.countDown();
    bench.close();
  }

  @Test
  void whatOnlyADeletedStudyReferredToGoesAndTheOtherNeedsNothingAgain() {
    // Given
    String made = completed("made");
    String other = completed("other");
    Map<String, Integer> before = contents();
    bench.studies().delete(other);
    // When
    GcReport report = housekeeping.collect(Duration.ZERO, false);
    // Then
    assertThat(report.notes()).isEmpty();
    assertThat(freed(report)).containsEntry("networks", new Size(1, 1));
    assertThat(freed(report)).containsEntry("photographs", Size.NONE);
    assertThat(report.freed().objects()).isPositive();
    assertThat(references("made").keys()).allMatch(memory::exists);
    assertThat(before).containsAllEntriesOf(contents());
    // When
    int said = bench.said().size();
    bench.studies().resume(made);
    bench.await(made, StudyState.COMPLETED);
    // Then
    assertThat(bench.said().subList(said, bench.said().size()))
        .hasOnlyElementsOfType(StudyChanged.class);
    // When
    bench.await(bench.submit("other"), StudyState.RUNNING);
    // Then
    assertThat(networks(bench.said())).containsExactly("other");
  }

  @Test
  void everyCallDeletesSomethingHoweverLongItLooked() {
    // Given
    bench.studies().delete(completed("made"));
    Instant[] clock = {NOW};
    Housekeeping slow =
        new Housekeeping(
            store, bench.studies().starts(), () -> clock[0] = clock[0].plus(Duration.ofMinutes(1)));
    // When
    List<GcReport> calls = new ArrayList<>();
    do {
      calls.add(slow.collect(Duration.ZERO, false));
    } while (calls.get(calls.size() - 1).more() && calls.size() < 100);
    // Then
    assertThat(calls).hasSizeLessThan(100);
    assertThat(calls).allMatch(call -> call.freed().objects() > 0);
    assertThat(housekeeping.collect(Duration.ZERO, true).freed()).isEqualTo(Size.NONE);
  }

  @Test
  void aDryRunSaysTheSameAndChangesNothing() {
    completed("made");
    bench.studies().delete(completed("other"));
    Map<String, Integer> before = contents();
    // When
    GcReport dry = housekeeping.collect(MONTH, true);
    // Then
    assertThat(contents()).isEqualTo(before);
    GcReport real = housekeeping.collect(MONTH, false);
    assertThat(real.kinds()).isEqualTo(dry.kinds());
    assertThat(before).hasSize(contents().size() + (int) dry.freed().objects());
    assertThat(housekeeping.collect(MONTH, false).freed()).isEqualTo(Size.NONE);
  }

  @Test
  void withoutAnyStudyOnlyWhatIsProtectedStays() {
    // Given
    List<ObjectKey> left =
        Stream.of(
                "images/cat.jpg",
                "images/thumbnails/" + "0".repeat(64),
                "grams/notes.txt",
                "elsewhere/" + "0".repeat(64),
                "dead-letters/0-12.replayed",
                "costs/x",
                "studies/readme.txt")
            .map(ObjectKey::new)
            .toList();
    left.forEach(bench::put);
    Stream.of("made", "other").map(this::completed).forEach(bench.studies()::delete);
    // When
    housekeeping.collect(Duration.ZERO, false);
    // Then
    Set<String> rest = new HashSet<>(contents().keySet());
    // What the two studies took.
    rest.removeIf(key -> key.matches("costs/[0-9a-f]{32}\\.json"));
    assertThat(rest)
        .containsExactlyInAnyOrderElementsOf(left.stream().map(ObjectKey::value).toList());
  }

  @Test
  void whatIsYoungStaysEvenIfItsDocumentIsOld() {
    // Given
    bench.studies().delete(completed("other"));
    EncodingTask one = plan("other").encoding().findFirst().orElseThrow();
    time = NOW.minus(Duration.ofDays(29));
    bench.put(ObjectLayout.encodingArray(one.result(), "score_full"));
    // When
    GcReport report = housekeeping.collect(MONTH, false);
    // Then
    assertThat(memory.exists(one.result())).isTrue();
    assertThat(young(report)).containsEntry("scores", new Size(3, 3));
    // When
    housekeeping.collect(Duration.ofDays(28), false);
    // Then
    assertThat(memory.exists(one.result())).isFalse();
    assertThat(memory.list(new ObjectKey("encoding-arrays"))).isEmpty();
  }

  @Test
  void arraysThatATaskIsJustWritingStayWhateverAgeIsAskedFor() {
    // Given
    ObjectKey document = ObjectLayout.encoding(MadeMaterial.sha("task").value());
    time = NOW.minus(Duration.ofMinutes(59));
    bench.put(ObjectLayout.encodingArray(document, "score_full"));
    // When
    housekeeping.collect(Duration.ZERO, false);
    // Then
    assertThat(memory.list(new ObjectKey("encoding-arrays"))).hasSize(1);
    // When
    bench.put(document);
    housekeeping.collect(Duration.ZERO, false);
    // Then
    assertThat(memory.list(new ObjectKey("encoding-arrays"))).isEmpty();
  }

  @Test
  void whileAStudyIsImportedNothingIsDeleted() throws InterruptedException {
    // Given
    bench.studies().delete(completed("other"));
    Map<String, Integer> before = contents();
    held = "made";
    String made = bench.submit("made");
    // When
    GcReport report = housekeeping.collect(Duration.ZERO, false);
    // Then
    assertThat(report.notes())
        .containsExactly(
            "study "
                + made
                + " is starting, and what it needs is not known yet: nothing is deleted meanwhile;"
                + " try again when it runs");
    assertThat(contents()).containsAllEntriesOf(before);
    assertThat(report.freed()).isEqualTo(Size.NONE);
    // When
    go.countDown();
    bench.await(made, StudyState.RUNNING);
    // Then
    assertThat(housekeeping.collect(Duration.ZERO, false).freed().objects()).isPositive();
    assertThat(networks(bench.said())).doesNotContain("trained");
  }

  @Test
  void aStudyThatStartsInTheMiddleRecomputesWhatIsGoneAndKeepsTheRest() throws Exception {
    // Given
    bench.studies().delete(completed("other"));
    int said = bench.said().size();
    String[] again = {""};
    Thread[] starting = new Thread[1];
    store.beforeDelete(
        key -> {
          if (ObjectKind.SCORES.unit(key).isPresent() && starting[0] == null) {
            starting[0] = new Thread(() -> again[0] = bench.submit("other"));
            starting[0].start();
            while (!bench.studies().starts().waitedFor()) {
              Thread.onSpinWait();
            }
          }
        });
    // When
    housekeeping.collect(Duration.ZERO, false);
    starting[0].join();
    bench.await(again[0], StudyState.RUNNING);
    GcReport after = housekeeping.collect(Duration.ZERO, false);
    // Then
    assertThat(after.freed()).isEqualTo(Size.NONE);
    Missing missing = Missing.of(plan("other"), memory::exists);
    List<Message> sent = bench.said().subList(said, bench.said().size());
    assertThat(sent.stream().filter(ExtractionTask.class::isInstance).map(Message::id))
        .containsExactlyElementsOf(missing.extraction().stream().map(Message::id).toList());
    assertThat(sent.stream().filter(EncodingTask.class::isInstance).map(Message::id))
        .containsExactlyElementsOf(missing.encoding().stream().map(Message::id).toList());
    // The first batch was on its way; what it left is what the study found and relies on.
    assertThat(plan("other").encoding().map(EncodingTask::result).filter(memory::exists))
        .isNotEmpty()
        .hasSizeLessThan(24);
  }

  @Test
  void whereverItIsKilledNoDocumentIsLeftWithoutItsPartsAndTheNextOneFinishes() {
    completed("made");
    bench.studies().delete(completed("other"));
    long all = housekeeping.collect(Duration.ZERO, true).freed().objects();
    Map<ObjectKey, byte[]> copy = copy();
    for (int killed = 0; killed < all; killed += 7) {
      // Given
      copy.forEach((key, bytes) -> memory.put(key, Content.of(bytes)));
      store.dieAt(killed);
      // When
      assertThatThrownBy(() -> housekeeping.collect(Duration.ZERO, false)).hasMessage("killed");
      // Then
      store.beforeDelete(key -> {});
      for (EncodingTask task : plan("other").encoding().toList()) {
        assertThat(
                !memory.exists(task.result())
                    || memory.exists(ObjectLayout.encodingArray(task.result(), "score_full")))
            .isEqualTo(true);
      }
      housekeeping.collect(Duration.ZERO, false);
      assertThat(contents()).hasSize(copy.size() - (int) all);
    }
  }

  @Test
  void aStudyFromBeforeKeepsEverythingUntilItIsResumed() {
    // Given
    String made = completed("made");
    bench.studies().delete(completed("other"));
    memory.delete(ObjectLayout.references(made));
    // When
    GcReport report = housekeeping.collect(Duration.ZERO, false);
    // Then
    assertThat(report.notes()).singleElement().asString().contains(made, "chiasm resume " + made);
    assertThat(freed(report)).containsOnlyKeys(labels());
    assertThat(freed(report).entrySet())
        .allMatch(e -> e.getValue().equals(Size.NONE) || e.getKey().equals("deleted studies"));
    // When
    bench.studies().resume(made);
    bench.await(made, StudyState.COMPLETED);
    // Then
    assertThat(freed(housekeeping.collect(Duration.ZERO, false)))
        .containsEntry("networks", new Size(1, 1));
  }

  @Test
  void aStudyThatFailedInItsImportKeepsNothing() {
    // Given
    bench.studies().delete(completed("other"));
    held = "refused";
    bench.await(bench.submit("refused"), StudyState.FAILED);
    // When
    GcReport report = housekeeping.collect(Duration.ZERO, false);
    // Then
    assertThat(report.notes()).isEmpty();
    assertThat(memory.list(new ObjectKey("images"))).isEmpty();
  }

  @Test
  void aDamagedListIsNoShortOne() {
    String made = completed("made");
    memory.put(ObjectLayout.references(made), Content.of(new byte[0]));
    Map<String, Integer> before = contents();
    assertThatThrownBy(() -> housekeeping.collect(Duration.ZERO, false))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("references.txt: not a list of a study's objects; resume the study");
    assertThat(contents()).isEqualTo(before);
  }

  @Test
  void uploadsAreKeptForTheStudiesThatNameThemAndWhileTheyAreYoung() {
    // Given
    ObjectKey used = tree("a", "b");
    tree("b", "c");
    bench.put(chunk("d"));
    bench.put(chunk("e"));
    time = NOW.minus(Duration.ofDays(1));
    ObjectKey young = tree("e");
    String named = "upload:" + ObjectLayout.stem(used) + "/d";
    memory.put(
        ObjectLayout.registration("x-00000000"),
        Content.of(
            ("{\"study\":\"x-00000000\",\"yaml\":\"dataset: {algonauts: " + named + "}\"}")
                .getBytes(StandardCharsets.UTF_8)));
    // When
    GcReport report = housekeeping.collect(MONTH, false);
    // Then
    assertThat(memory.list(ObjectLayout.uploads()))
        .containsExactlyInAnyOrder(used, young, chunk("a"), chunk("b"), chunk("e"));
    assertThat(report.freed().objects()).isEqualTo(3);
  }

  /** A list of files of one chunk each; the chunks of the young one are there already. */
  private ObjectKey tree(String... contents) {
    List<UploadedFile> files = new ArrayList<>();
    for (String content : contents) {
      if (!memory.exists(chunk(content))) {
        bench.put(chunk(content));
      }
      files.add(new UploadedFile(content, 1, List.of(MadeMaterial.sha(content).value())));
    }
    byte[] json = Json.write(new UploadTree(files));
    ObjectKey key = ObjectLayout.uploadTree(UploadTree.id(json));
    memory.put(key, Content.of(json));
    return key;
  }

  private static ObjectKey chunk(String content) {
    return ObjectLayout.chunk(new Chunk(MadeMaterial.sha(content), 1).name());
  }

  /** Runs a study to its end, everything that it refers to in the store. */
  private String completed(String name) {
    references(name).keys().forEach(bench::put);
    for (EncodingTask task : plan(name).encoding().toList()) {
      bench.put(ObjectLayout.gramMatrix(task.gram(), "first"));
      bench.put(ObjectLayout.encodingArray(task.result(), "score_full"));
      bench.put(ObjectLayout.encodingArray(task.result(), "r2_full"));
    }
    String id = bench.submit(name);
    bench.await(id, StudyState.COMPLETED);
    bench.put(ObjectLayout.results(id).child("tables").child("scores.csv"));
    return id;
  }

  private Imported bringIn(Study study, Importer.ImportWatch watch) {
    if (study.name().equals("refused")) {
      throw new InputException("subj03/lh: 12 rows, 13 photographs");
    }
    if (study.name().equals(held)) {
      await(go);
    }
    Imported all = StudiesBench.imported();
    return new Imported(
        material(study.name()),
        all.folds(),
        all.rois(),
        all.fsaverage(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        NetworkInventory.NONE,
        Map.of(),
        Extents.NONE,
        List.of());
  }

  private static Material material(String study) {
    Material made = MadeMaterial.material();
    if (study.equals("made")) {
      return made;
    }
    var sha = MadeMaterial.sha("another graph");
    var reference = new io.chiasm.contracts.message.NetworkRef(ObjectLayout.graph(sha), sha, null);
    return new Material(
        List.of(
            made.networks().get(0), MadeMaterial.network("other", reference, MadeMaterial.INPUT)),
        made.participants());
  }

  private static Plan plan(String study) {
    return Planner.plan(MadeMaterial.ID, MadeMaterial.study(), material(study));
  }

  private static References references(String study) {
    return References.of(plan(study), material(study));
  }

  private Map<String, Integer> contents() {
    Map<String, Integer> contents = new TreeMap<>();
    copy().forEach((key, bytes) -> contents.put(key.value(), java.util.Arrays.hashCode(bytes)));
    return contents;
  }

  private Map<ObjectKey, byte[]> copy() {
    Map<ObjectKey, byte[]> copy = new LinkedHashMap<>();
    for (String folder :
        Set.of(
            "images",
            "networks",
            "inputs",
            "activations",
            "grams",
            "gram-matrices",
            "encodings",
            "encoding-arrays",
            "studies",
            "registry",
            "dead-letters",
            "costs",
            "elsewhere")) {
      for (ObjectKey key : memory.list(new ObjectKey(folder))) {
        try (var in = memory.open(key)) {
          copy.put(key, in.readAllBytes());
        } catch (java.io.IOException e) {
          throw new java.io.UncheckedIOException(e);
        }
      }
    }
    return copy;
  }

  private static Map<String, Size> freed(GcReport report) {
    Map<String, Size> freed = new TreeMap<>();
    report.kinds().forEach(kind -> freed.put(kind.kind(), kind.freed()));
    return freed;
  }

  private static Map<String, Size> young(GcReport report) {
    Map<String, Size> young = new TreeMap<>();
    report.kinds().forEach((KindSizes kind) -> young.put(kind.kind(), kind.young()));
    return young;
  }

  private static String[] labels() {
    return Stream.of(ObjectKind.values()).map(ObjectKind::label).toArray(String[]::new);
  }

  private static List<String> networks(List<Message> said) {
    List<String> names = new ArrayList<>();
    for (Message message : said) {
      if (message instanceof ExtractionTask task && !names.contains(task.networkName())) {
        names.add(task.networkName());
      }
    }
    return names;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
