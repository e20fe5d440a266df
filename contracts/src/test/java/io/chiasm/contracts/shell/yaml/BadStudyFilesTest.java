package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each study file in bad-study-files.txt is refused with the message that follows it there. */
class BadStudyFilesTest {
  private static Path base = Path.of("");

  @BeforeAll
  static void fill(@TempDir Path folder) throws IOException {
    base = StudyFolder.in(folder);
  }

  static Stream<Arguments> files() throws IOException {
    try (InputStream in = BadStudyFilesTest.class.getResourceAsStream("bad-study-files.txt")) {
      assertThat(in).isNotNull();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Arrays.stream(text.split("(?m)^=== ")).skip(1).map(BadStudyFilesTest::file);
    }
  }

  private static Arguments file(String block) {
    int name = block.indexOf('\n') + 1;
    int message = block.indexOf(">>> ", name);
    return Arguments.of(
        block.substring(0, name).strip(),
        block.substring(name, message),
        block.substring(message + 4).strip());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aBadStudyFileIsRefusedWithOneMessage(String name, String yaml, String message) {
    assertThatThrownBy(() -> StudyFile.parse(yaml, "study.yaml", base))
        .as(name)
        .isInstanceOf(InputException.class)
        .hasMessage(message.replace("{base}", base.toString()));
  }
}
