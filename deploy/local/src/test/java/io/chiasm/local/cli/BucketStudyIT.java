package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.local.stack.BucketServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data set, its networks and its categories in a bucket give what they give in a folder. */
class BucketStudyIT {
  private static final String SET = "s3://laboratory/sets/made";
  private static final int WRONG_INPUT = 2;
  private static final List<String> TABLES =
      List.of("scores.csv", "groups.csv", "statistics.csv", "folds.csv");

  private static Path folder = Path.of("");
  private static Path data = folder;
  private static BucketServer server;

  @BeforeAll
  static void aDataSetLiesInABucket(@TempDir Path temporary) throws Exception {
    folder = temporary;
    data = folder.resolve("data");
    run(0, Map.of(), "simulate", "-o", data, "--participants", 2, "--stimuli", 40);
    server = BucketServer.start(folder.resolve("server"), "laboratory");
    server.upload(data, "sets/made");
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  private static String run(int expected, Map<String, String> environment, Object... arguments)
      throws Exception {
    try (CommandLineProcess chiasm = CommandLineProcess.start(folder, environment, arguments)) {
      int code = chiasm.exitCode();
      assertThat(code).as(chiasm.output()).isEqualTo(expected);
      return chiasm.output();
    }
  }

  private static Path study(String name, String set) throws Exception {
    String text =
        Files.readString(data.resolve("study.yaml"))
            .replaceAll("algonauts: \\S+", "algonauts: " + set)
            .replace("onnx: gabor.onnx", "onnx: " + set + "/gabor.onnx");
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  @Test
  void theTablesAreByteEqualToThoseOfAFolder() throws Exception {
    // Given
    Path here = study("here", data.toString());
    Path there = study("there", SET);
    assertThat(there).content().contains(SET + "/gabor.onnx");
    // When
    run(0, Map.of(), "run", here, "-o", folder.resolve("here"));
    run(0, server.environment(), "run", there, "-o", folder.resolve("there"));
    // Then
    for (String table : TABLES) {
      assertThat(folder.resolve("there/tables").resolve(table))
          .hasSameBinaryContentAs(folder.resolve("here/tables").resolve(table));
    }
  }

  @Test
  void aDamagedDataSetIsToldInTheWordsForAFolder() throws Exception {
    // Given
    Path broken = folder.resolve("broken");
    run(0, Map.of(), "simulate", "-o", broken, "--participants", 1, "--stimuli", 10);
    Path masks = broken.resolve("subj01/roi_masks/lh.prf-visualrois_challenge_space.npy");
    Files.write(masks, new byte[] {1, 2, 3});
    Files.delete(broken.resolve("subj01/training_split/training_fmri/rh_training_fmri.npy"));
    server.upload(broken, "sets/broken");
    // When
    String here = run(WRONG_INPUT, Map.of(), "import", "algonauts", broken);
    String there =
        run(
            WRONG_INPUT,
            server.environment(),
            "import",
            "algonauts",
            "s3://laboratory/sets/broken");
    // Then
    assertThat(there).isEqualTo(here.replace(broken.toString(), "s3://laboratory/sets/broken"));
    assertThat(there).contains("lh.prf-visualrois_challenge_space.npy", "rh_training_fmri.npy");
  }

  @Test
  void aNetworkInABucketIsInspected() throws Exception {
    String here = run(0, Map.of(), "networks", "inspect", data.resolve("gabor.onnx"));
    String there = run(0, server.environment(), "networks", "inspect", SET + "/gabor.onnx");
    assertThat(there.replace(SET, data.toString())).isEqualTo(here);
  }

  @Test
  void whatIsNotThereIsOneSentence() throws Exception {
    Map<String, String> environment = server.environment();
    assertThat(run(WRONG_INPUT, environment, "import", "algonauts", "s3://laboratory/sets/absent"))
        .contains("there is no such folder")
        .doesNotContain("\tat ");
    assertThat(run(WRONG_INPUT, environment, "import", "algonauts", "s3://elsewhere/sets"))
        .contains("no bucket 'elsewhere'")
        .doesNotContain("\tat ");
    assertThat(run(WRONG_INPUT, Map.of(), "import", "algonauts", SET))
        .contains("CHIASM_DATA_ENDPOINT is missing")
        .doesNotContain("\tat ");
    assertThat(
            run(
                WRONG_INPUT,
                Map.of(
                    "CHIASM_DATA_ENDPOINT", environment.get("CHIASM_DATA_ENDPOINT"),
                    "CHIASM_DATA_ACCESS_KEY", "somebody",
                    "CHIASM_DATA_SECRET_KEY", "else"),
                "import",
                "algonauts",
                SET))
        .contains("access refused")
        .doesNotContain("\tat ");
  }
}
