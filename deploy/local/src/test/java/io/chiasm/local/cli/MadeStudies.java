package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Studies on simulated data, made as users make them. */
public final class MadeStudies {
  private MadeStudies() {}

  /**
   * Of seconds.
   *
   * @param layers as a study file names them
   */
  public static Path small(Path folder, int participants, String layers)
      throws IOException, InterruptedException {
    try (CommandLineProcess simulate =
        CommandLineProcess.start(
            Files.createDirectories(folder.resolve("made")),
            "simulate",
            "-o",
            folder.resolve("data"),
            "--participants",
            participants,
            "--stimuli",
            60,
            "--own-stimuli",
            2,
            "--vertices",
            60)) {
      assertThat(simulate.exitCode()).as(simulate.output()).isZero();
    }
    Path study = folder.resolve("data/study.yaml");
    String text = Files.readString(study);
    return Files.writeString(
        study, withoutMaps(text.replaceFirst("layers: .*", "layers: {" + layers + "}")));
  }

  /** The study without a surface: drawing maps takes longer than all else in so small a study. */
  public static String withoutMaps(String study) {
    String less = study.replaceFirst("(?m)^surface: .*\\R", "");
    assertThat(less).isNotEqualTo(study);
    return less;
  }
}
