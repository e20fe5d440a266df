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

/** What the command line reads may lie in a bucket and gives what it gives in a folder. */
class BucketIT {
  private static final String SET = "s3://laboratory/sets/made";
  private static final int WRONG_INPUT = 2;

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
  void photographsAndArraysInABucketGiveTheSameNumbers() throws Exception {
    // Given
    String photographs = "/subj01/training_split/training_images";
    String responses = "/subj01/training_split/training_fmri/lh_training_fmri.npy";
    // When
    Path here = extracted(data + photographs, Map.of(), "here");
    Path there = extracted(SET + photographs, server.environment(), "there");
    server.upload(here, "sets/features");
    String layer = "/middle.npy";
    String features = "s3://laboratory/sets/features" + layer;
    encoded(here + layer, data + responses, Map.of(), "scores-here");
    encoded(features, SET + responses, server.environment(), "scores-there");
    // Then
    assertThat(there.resolve("middle.npy")).hasSameBinaryContentAs(here.resolve("middle.npy"));
    for (String score : List.of("score_full.npy", "score_contra.npy", "alpha_ipsi.npy")) {
      assertThat(folder.resolve("scores-there").resolve(score))
          .hasSameBinaryContentAs(folder.resolve("scores-here").resolve(score));
    }
  }

  private static Path extracted(String images, Map<String, String> environment, String output)
      throws Exception {
    Path out = folder.resolve(output);
    Path network = data.resolve("gabor.onnx");
    run(
        0,
        environment,
        "extract",
        "--network",
        network,
        "--layers",
        "middle",
        "--images",
        images,
        "-o",
        out);
    return out;
  }

  private static void encoded(
      String features, String responses, Map<String, String> environment, String output)
      throws Exception {
    run(
        0,
        environment,
        "encode",
        "--left",
        features,
        "--right",
        features,
        "--responses",
        responses,
        "--hemisphere",
        "lh",
        "--no-banded",
        "-o",
        folder.resolve(output));
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
