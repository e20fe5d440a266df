package io.chiasm.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServiceTest {
  @Test
  void aDistributionsJarIsUsedWhereThereIsOne(@TempDir Path home) throws IOException {
    assertThat(Service.ENCODER.jar(home))
        .isEqualTo(home.resolve("encoder-service/target/quarkus-app/quarkus-run.jar"));
    Path shipped = home.resolve("services/encoder/quarkus-run.jar");
    Files.createDirectories(home.resolve("services/encoder"));
    Files.createFile(shipped);
    assertThat(Service.ENCODER.jar(home)).isEqualTo(shipped);
  }

  @Test
  void onlyTheAggregatorOfAShortStudyIsWithoutTheSecondCompiler() {
    StackSettings settings = new StackSettings(Path.of("."), Path.of("."), 0, 1, 1, false);
    assertThat(options(settings.forWorkOf(80))).contains("-XX:TieredStopAtLevel=1");
    assertThat(options(settings.forWorkOf(3600)))
        .doesNotContain("-XX:TieredStopAtLevel=1")
        .anyMatch(option -> option.startsWith("-XX:Tier4CompileThreshold="));
    assertThat(options(settings)).isEqualTo(options(settings.forWorkOf(3600)));
    for (Service worker : List.of(Service.EXTRACTOR, Service.ENCODER)) {
      assertThat(worker.options(true)).isEqualTo(worker.options(false));
    }
  }

  private static List<String> options(StackSettings settings) {
    return Service.AGGREGATOR.options(settings.brief());
  }
}
