package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileKeysTest {
  private final Path file;

  StudyFileKeysTest(@TempDir Path folder) {
    this.file = folder.resolve("study.yaml");
  }

  @Test
  void sectionsListsAndNamedItemsBecomeKeysInTheirOrder() throws IOException {
    Files.writeString(
        file,
        """
        study: made
        networks:
        - {name: trained, weights: V1, layers: {early: a, late: b}}
        - {name: other, seed: 3}
        - {name: bare}
        encoding: {alphas: [0.1, 1.0], controls: []}
        of-another-version: [{x: 1}, {x: 2}]
        """);
    assertThat(StudyFileKeys.of(file).entrySet())
        .extracting(entry -> entry.getKey() + " = " + entry.getValue())
        .containsExactly(
            "study = made",
            "networks[trained].weights = V1",
            "networks[trained].layers.early = a",
            "networks[trained].layers.late = b",
            "networks[other].seed = 3",
            "networks[bare] = ",
            "encoding.alphas = [0.1, 1.0]",
            "encoding.controls = []",
            "of-another-version[0].x = 1",
            "of-another-version[1].x = 2");
  }

  @Test
  void whatIsNoYamlIsNamedWithItsLine() throws IOException {
    Files.writeString(file, "study: made\nlayers: {a\n");
    assertThatThrownBy(() -> StudyFileKeys.of(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ":");
  }
}
