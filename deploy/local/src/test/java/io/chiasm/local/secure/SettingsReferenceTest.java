package io.chiasm.local.secure;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.encoder.shell.config.EncoderConfig;
import io.chiasm.extractor.shell.config.ExtractorConfig;
import io.smallrye.config.WithName;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The page of settings and the settings that there are. */
class SettingsReferenceTest {
  private static final Path PAGE = Path.of("../../docs/reference/settings.md");

  @Test
  void everySettingIsOnItsPage() throws Exception {
    Set<String> variables = new TreeSet<>();
    for (Class<?> config :
        Set.of(AggregatorConfig.class, EncoderConfig.class, ExtractorConfig.class)) {
      collect(config, "CHIASM_", variables);
    }
    assertThat(variables).contains("CHIASM_KAFKA_PASSWORD", "CHIASM_EXTRACTOR_BATCH");
    String page = Files.readString(PAGE);
    assertThat(variables)
        .allSatisfy(v -> assertThat(page).containsAnyOf("`" + v + "`", "`" + v + "_FILE`"));
  }

  private static void collect(Class<?> config, String prefix, Set<String> variables) {
    for (Method setting : config.getMethods()) {
      WithName name = setting.getAnnotation(WithName.class);
      String words = name == null ? setting.getName().replaceAll("([A-Z])", "-$1") : name.value();
      String variable = prefix + words.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
      if (setting.getReturnType().isInterface()) {
        collect(setting.getReturnType(), variable + "_", variables);
      } else {
        variables.add(variable.replaceAll("_FILE$", ""));
      }
    }
  }
}
