package io.chiasm.images.jib;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.chiasm.images.stage.Part;
import io.chiasm.images.stage.StagedService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That whoever uses a container engine gets the same image. */
class DockerfileTest {
  private final List<String> lines = lines();

  @Test
  void startsAsTheBuiltImageDoes() throws IOException {
    assertThat(values("USER")).containsExactly(ImageSettings.USER);
    assertThat(values("WORKDIR")).containsExactly(StagedService.HOME);
    assertThat(new ObjectMapper().readValue(values("ENTRYPOINT").get(0), String[].class))
        .containsExactlyElementsOf(ImageSettings.ENTRYPOINT);
    assertThat(values("ENV"))
        .flatMap(line -> List.of(line.split(" ")))
        .containsExactlyInAnyOrderElementsOf(
            ImageSettings.ENVIRONMENT.entrySet().stream().map(Object::toString).toList());
  }

  @Test
  void hasTheSameLayers() {
    assertThat(values("COPY"))
        .containsExactlyElementsOf(
            Arrays.stream(Part.values()).map(part -> part.folder() + "/ /").toList());
  }

  private List<String> values(String instruction) {
    return lines.stream()
        .filter(line -> line.startsWith(instruction + " "))
        .map(line -> line.substring(instruction.length() + 1))
        .toList();
  }

  /** Instructions, each on one line. */
  private static List<String> lines() {
    try {
      String text = Files.readString(Path.of("Dockerfile.jvm"));
      return text.replaceAll("\\\\\n +", "").lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
