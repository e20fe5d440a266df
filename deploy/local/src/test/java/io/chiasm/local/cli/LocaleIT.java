package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same tables and figures whatever the user's language, file names and time zone. */
class LocaleIT {
  private static final List<String> PARTS = List.of("tables", "figures", "vertices");
  private static final List<String> NAMING_FILES =
      List.of("tables/networks.csv", "tables/networks.parquet");

  private static Path folder = Path.of("");
  private static Path plain = folder;

  @BeforeAll
  static void aStudyInPlainSurroundings(@TempDir Path temporary) throws Exception {
    folder = temporary;
    plain = folder.resolve("plain");
    study(Map.of("LC_ALL", "C.UTF-8", "TZ", "UTC"), "data", "plain", "work");
  }

  /** Everything is made and computed anew: simulation, broker, store and fits. */
  @Test
  void aWholeStudyInTurkishWithNamesOutsideAsciiAndASystemThatKnowsAsciiOnly() throws Exception {
    Map<String, String> turkish =
        Map.of(
            "LC_ALL",
            "C",
            "TZ",
            "Asia/Tokyo",
            "JAVA_TOOL_OPTIONS",
            "-Duser.language=tr -Duser.country=TR -XX:TieredStopAtLevel=1");
    study(turkish, "données ıİ", "sonuç 結果", "iş");
    Map<String, String> there = contents(folder.resolve("sonuç 結果"));
    Map<String, String> here = contents(plain);
    // These name the network's file, which lies elsewhere.
    for (Map<String, String> contents : List.of(there, here)) {
      assertThat(contents.keySet().removeAll(NAMING_FILES)).isTrue();
    }
    assertThat(there).isEqualTo(here);
  }

  /** What the first study computed is there: statistics, tables and figures are made anew. */
  @Test
  void aReportWhereDigitsAreOthers() throws Exception {
    Path results = folder.resolve("arabic");
    run(
        Map.of("_JAVA_OPTIONS", "-Duser.language=ar -Duser.country=EG -Duser.extensions=nu-arab"),
        "run",
        "data/study.yaml",
        "-o",
        results,
        "--work",
        "work");
    assertThat(contents(results)).isEqualTo(contents(plain));
  }

  private static void study(Map<String, String> environment, String data, String out, String work)
      throws Exception {
    run(
        environment,
        "simulate",
        "-o",
        data,
        "--participants",
        2,
        "--stimuli",
        40,
        "--vertices",
        40);
    Path file = folder.resolve(data).resolve("study.yaml");
    Files.writeString(file, MadeStudies.withoutMaps(oneLayer(Files.readString(file))));
    run(environment, "run", data + "/study.yaml", "-o", out, "--work", work);
  }

  private static String oneLayer(String study) {
    String less = study.replaceFirst("layers: .*", "layers: {late: late}");
    assertThat(less).isNotEqualTo(study);
    return less;
  }

  private static void run(Map<String, String> environment, Object... arguments) throws Exception {
    try (CommandLineProcess chiasm = CommandLineProcess.script(folder, environment, arguments)) {
      int code = chiasm.exitCode();
      assertThat(code).as(chiasm.output()).isZero();
    }
  }

  /** Bytes by path. */
  private static Map<String, String> contents(Path results) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    for (String part : PARTS) {
      try (Stream<Path> files = Files.walk(results.resolve(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          contents.put(
              results.relativize(file).toString(),
              HexFormat.of().formatHex(Files.readAllBytes(file)));
        }
      }
    }
    assertThat(contents).isNotEmpty();
    return contents;
  }
}
