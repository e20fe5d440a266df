package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Model;
import io.chiasm.local.network.Connections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole studies with a real broker, a real S3 server and the services as processes. */
class StudyIT {
  private static final int STIMULI = 100;

  /** Column of {@code tables/vertex.csv}. */
  private static final int FOLD = 9;

  private static final Pattern SCORE = Pattern.compile("Full: r = (0\\.[0-9]+)");

  /** Half a unit of the last digit that a figure shows. */
  private static final double THREE_DIGITS = 0.00051;

  private static final List<String> TABLES = List.of("scores.csv", "groups.csv", "folds.csv");

  /** The planted difference is about 0.3; this much is more than its noise in so small a study. */
  private static final double CLEAR = 0.1;

  /** Means of float64, printed with all digits. */
  private static final double ROUNDING = 1e-12;

  private static final Pattern DONE = Pattern.compile("/(activations|grams|encodings)/");

  private static Path folder = Path.of("");
  private static Path study = folder;
  private static Path whole = folder;
  private static Path oneSided = folder;
  private static boolean watched;
  private static String said = "";

  @BeforeAll
  static void studiesRunWhole(@TempDir Path temporary) throws Exception {
    folder = temporary;
    Path data = folder.resolve("data");
    run("simulate", "-o", data, "--participants", 2, "--stimuli", STIMULI, "--own-stimuli", 2);
    study = data.resolve("study.yaml");
    Files.writeString(study, MadeStudies.withoutMaps(twoLayers(Files.readString(study))));
    whole = folder.resolve("whole");
    said = run("run", study, "-o", data.resolve("../whole"), "--extractors", 2);
    oneSided = folder.resolve("one-sided");
    watched = Connections.visible();
    runWatched("run", oneSidedStudy(), "-o", oneSided);
  }

  /** Small, since everything takes ten times as long while it is watched. */
  private static Path oneSidedStudy() throws Exception {
    Path data = folder.resolve("hemisphere");
    run("simulate", "-o", data, "--participants", 2, "--stimuli", 60, "--vertices", 40);
    try (Stream<Path> files = Files.walk(data.resolve("subj02"))) {
      for (Path file : files.filter(f -> f.getFileName().toString().startsWith("rh")).toList()) {
        Files.delete(file);
      }
    }
    Path small = data.resolve("study.yaml");
    Files.writeString(small, oneNetworkAndLayer(Files.readString(small)));
    return small;
  }

  /** What the one-sided study asked of the network. */
  private static Path calls() {
    return folder.resolve("calls.txt");
  }

  private static String run(Object... arguments) throws Exception {
    return endedWell(CommandLineProcess.start(folder, arguments));
  }

  private static void runWatched(Object... arguments) throws Exception {
    endedWell(
        watched
            ? CommandLineProcess.startWatched(calls(), folder, arguments)
            : CommandLineProcess.start(folder, arguments));
  }

  /** What a command said that ended well. */
  private static String endedWell(CommandLineProcess chiasm) throws Exception {
    try (chiasm) {
      int code = chiasm.exitCode();
      assertThat(code).as(chiasm.output()).isZero();
      return chiasm.output();
    }
  }

  @Test
  void whatItTookIsSaidBesideTheEstimate() {
    String times = " +[0-9.]+ (s|min) +[0-9.]+ (s|min)  (\\d+) of \\3 tasks$";
    assertThat(said)
        .containsPattern("(?m)^  extraction" + times)
        .containsPattern("(?m)^  encoding" + times);
  }

  @Test
  void contralateralBeatsIpsilateralWhereItWasPlanted() throws IOException {
    double contra = lateV1("score_contra");
    double ipsi = lateV1("score_ipsi");
    assertThat(contra - ipsi).isGreaterThan(CLEAR);
    assertThat(lateV1("lateralisation")).isCloseTo(contra - ipsi, within(ROUNDING));
  }

  private static double lateV1(String quantity) throws IOException {
    List<Double> means = new ArrayList<>();
    for (String line : Files.readAllLines(whole.resolve("tables/groups.csv"))) {
      List<String> row = List.of(line.split(",", -1));
      if (row.containsAll(List.of("gabor", "late", "V1v", quantity))) {
        means.add(Double.valueOf(row.get(row.indexOf(quantity) + 1)));
      }
    }
    assertThat(means).as(quantity).hasSize(1);
    return means.get(0);
  }

  @Test
  void nothingLeavesTheMachine() throws IOException {
    Assumptions.assumeTrue(watched, "no strace on this machine, or it may not look at processes");
    try (Stream<String> noted = Files.lines(calls())) {
      assertThat(Connections.outwards(noted)).isEmpty();
    }
    assertThat(calls()).content().contains("127.0.0.1");
  }

  /** ONNX Runtime would keep there what it means to send. */
  @Test
  void nothingIsKeptInTheHomeFolder() throws IOException {
    try (Stream<Path> files = Files.walk(CommandLineProcess.home(folder))) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void everyResultIsThere() {
    assertThat(whole.resolve("report.html")).isNotEmptyFile();
    assertThat(whole.resolve("provenance.json")).isNotEmptyFile();
    assertThat(whole.resolve("ro-crate-metadata.json")).isNotEmptyFile();
    assertThat(whole.resolve("study.yaml")).isNotEmptyFile();
    for (Model model : List.of(Model.FULL, Model.CONTRA, Model.IPSI)) {
      assertThat(
              whole.resolve(
                  "vertices/subj02/untrained/early/features/rh_score_" + model.label() + ".npy"))
          .isNotEmptyFile();
    }
  }

  @Test
  void aVertexsPredictionsAreThoseThatWereScored() throws IOException {
    // Given
    List<List<String>> rows =
        Files.readAllLines(whole.resolve("tables/vertex.csv")).stream()
            .skip(1)
            .map(line -> List.of(line.split(",", -1)))
            .toList();
    assertThat(rows).hasSize(STIMULI);
    assertThat(rows.get(0)).contains("gabor", "early", "features", "ridge");
    assertThat(Files.readAllLines(whole.resolve("tables/folds.csv")))
        .containsAll(rows.stream().map(row -> row.get(FOLD - 1) + "," + row.get(FOLD)).toList());
    // When
    double mean =
        rows.stream().collect(Collectors.groupingBy(row -> row.get(FOLD))).values().stream()
            .mapToDouble(StudyIT::correlation)
            .average()
            .orElseThrow();
    // Then
    Matcher shown = SCORE.matcher(Files.readString(whole.resolve("figures/vertex.svg")));
    assertThat(shown.find()).isTrue();
    assertThat(Double.parseDouble(shown.group(1))).isCloseTo(mean, within(THREE_DIGITS));
  }

  /** Of measured responses and the full model's predictions in one fold. */
  private static double correlation(List<List<String>> rows) {
    double[] measured = rows.stream().mapToDouble(r -> Double.parseDouble(r.get(10))).toArray();
    double[] full = rows.stream().mapToDouble(r -> Double.parseDouble(r.get(11))).toArray();
    double meanMeasured = Arrays.stream(measured).average().orElseThrow();
    double meanFull = Arrays.stream(full).average().orElseThrow();
    double both = 0;
    double squaresMeasured = 0;
    double squaresFull = 0;
    for (int i = 0; i < full.length; i++) {
      both += (measured[i] - meanMeasured) * (full[i] - meanFull);
      squaresMeasured += Math.pow(measured[i] - meanMeasured, 2);
      squaresFull += Math.pow(full[i] - meanFull, 2);
    }
    return both / Math.sqrt(squaresMeasured * squaresFull);
  }

  @Test
  void aParticipantWithOneHemisphereIsAStudyToo() throws IOException {
    assertThat(Files.readAllLines(oneSided.resolve("tables/scores.csv")))
        .anyMatch(line -> line.startsWith("subj02,lh,"))
        .noneMatch(line -> line.startsWith("subj02,rh,"));
    List<String> all =
        Files.readAllLines(oneSided.resolve("tables/groups.csv")).stream()
            .filter(line -> line.contains(",all,all,score_full,"))
            .toList();
    assertThat(all).isNotEmpty().allMatch(line -> line.endsWith(",3,2"));
    assertThat(oneSided.resolve("report.html"))
        .content()
        .contains("Participants with one hemisphere")
        .contains("subj02 (lh)")
        .contains("id=\"maps3d\"");
    assertThat(oneSided.resolve("figures/map_subj02_gabor_late.png")).isNotEmptyFile();
    try (Stream<Path> maps = Files.list(oneSided.resolve("surfaces/sub-subj02"))) {
      assertThat(maps.map(Path::toString)).anyMatch(file -> file.endsWith(".shape.gii"));
    }
  }

  private static String twoLayers(String study) {
    String less = study.replaceFirst("layers: .*", "layers: {early: early, late: late}");
    assertThat(less).isNotEqualTo(study);
    return less;
  }

  private static String oneNetworkAndLayer(String study) {
    String less =
        study
            .replaceFirst("(?m)^.*name: untrained.*\\R", "")
            .replaceFirst("layers: .*", "layers: {late: late}");
    assertThat(less).isNotEqualTo(study);
    return less;
  }

  @Test
  void aCommandKilledMidwayIsTakenUpAgain() throws Exception {
    // Given
    Path results = folder.resolve("killed");
    Path store = results.resolve(".chiasm/store");
    try (CommandLineProcess chiasm =
        CommandLineProcess.start(folder, "run", study, "-o", results, "--progress", "plain")) {
      chiasm.await("first encodings", () -> printed(chiasm, "encoding"));
      List<ProcessHandle> children = chiasm.children();
      // When
      chiasm.kill();
      // Then
      assertThat(children).hasSizeGreaterThanOrEqualTo(3);
      chiasm.await("services end without their launcher", () -> ended(children));
    }
    Map<String, FileTime> before = done(store);
    run("run", study, "-o", results);
    Map<String, FileTime> after = done(store);
    assertThat(before)
        .isNotEmpty()
        .allSatisfy((path, at) -> assertThat(after.get(path)).isEqualTo(at));
    assertSameTables(results);
  }

  @Test
  void anInterruptedCommandEndsAllThatItStarted() throws Exception {
    Path results = folder.resolve("interrupted");
    try (CommandLineProcess chiasm =
        CommandLineProcess.start(folder, "run", study, "-o", results, "--progress", "plain")) {
      chiasm.await("first import", () -> printed(chiasm, "import"));
      List<ProcessHandle> children = chiasm.children();
      chiasm.interrupt();
      assertThat(chiasm.exitCode()).isNotZero();
      assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
    }
  }

  private static boolean printed(CommandLineProcess chiasm, String stage) {
    try {
      return chiasm.output().lines().anyMatch(line -> line.startsWith(stage + " "));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean ended(List<ProcessHandle> processes) {
    return processes.stream().noneMatch(ProcessHandle::isAlive);
  }

  private static void assertSameTables(Path results) throws IOException {
    for (String table : TABLES) {
      assertThat(results.resolve("tables").resolve(table))
          .hasSameBinaryContentAs(whole.resolve("tables").resolve(table));
    }
  }

  /** When each task's result was written, by its path. */
  private static Map<String, FileTime> done(Path store) throws IOException {
    Map<String, FileTime> objects = new TreeMap<>();
    try (Stream<Path> files = Files.walk(store)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String path = store.relativize(file).toString();
        if (DONE.matcher(path).find()) {
          objects.put(path, Files.getLastModifiedTime(file));
        }
      }
    }
    return objects;
  }
}
