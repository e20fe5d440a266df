package io.chiasm.local.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.encoder.shell.config.EncoderConfig;
import io.chiasm.extractor.shell.config.ExtractorConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Settings and metrics that pages name, and those that there are. */
class NamesTest {
  private static final Pattern SETTING = Pattern.compile("\\bCHIASM_[A-Z0-9_]+(…)?");
  private static final Pattern METRIC = Pattern.compile("\\bchiasm_[a-z0-9_]+");
  private static final Pattern METRIC_ROW = Pattern.compile("(?m)^\\| `(chiasm_[a-z0-9_]+)` \\|");
  private static final Pattern SETTING_ROW =
      Pattern.compile("(?m)^\\| `(CHIASM_[A-Z0-9_]+)`[^|]*\\| ([^|]*) \\|");

  /** What Prometheus adds to the name of a histogram. */
  private static final String SERIES = "_(bucket|sum|count|max)$";

  @Test
  void everySettingOnAPageExists() throws IOException {
    Set<String> there = settingsInCode();
    assertThat(there).contains("CHIASM_ENCODER_MEMORY", "CHIASM_TOKEN", "CHIASM_ENCODER_HEAP");
    List<String> unknown = new ArrayList<>();
    for (Page page : Page.ofToday()) {
      for (MatchResult found : SETTING.matcher(page.text()).results().toList()) {
        String name = found.group();
        boolean exists =
            name.endsWith("…") || name.endsWith("_")
                ? there.stream().anyMatch(s -> s.startsWith(name.replace("…", "")))
                : there.contains(name) || there.contains(name.replaceAll("_FILE$", ""));
        if (!exists) {
          unknown.add(page.path() + ": " + name);
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** The column "default" is what the code says where it says a value. */
  @Test
  void defaultsOnThePageOfSettingsAreThoseOfTheCode() throws IOException {
    Map<String, String> defaults = new TreeMap<>();
    for (Class<?> config :
        Set.of(AggregatorConfig.class, EncoderConfig.class, ExtractorConfig.class)) {
      Settings.of(config).forEach((name, value) -> value.ifPresent(v -> defaults.put(name, v)));
    }
    assertThat(defaults).hasSizeGreaterThan(10);
    Page page = Page.of(Page.HOME.resolve("docs/reference/settings.md"));
    Map<String, String> told = new TreeMap<>();
    SETTING_ROW.matcher(page.text()).results().forEach(r -> told.put(r.group(1), r.group(2)));
    for (Map.Entry<String, String> setting : defaults.entrySet()) {
      String cell = told.getOrDefault(setting.getKey(), "no row");
      String value = setting.getValue();
      // A default by other settings, or one that the code works out, is told in words.
      if (!value.contains("${") && cell.matches("`[^`]*`")) {
        assertThat(cell).as(setting.getKey()).isEqualTo("`" + value + "`");
      }
    }
  }

  @Test
  void everyMetricOnAPageIsInTheReference() throws IOException {
    Page reference = Page.of(Page.HOME.resolve("docs/reference/metrics.md"));
    Set<String> there =
        METRIC_ROW
            .matcher(reference.text())
            .results()
            .map(m -> m.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(there).hasSizeGreaterThan(20);
    List<String> unknown = new ArrayList<>();
    for (Page page : Page.ofToday()) {
      for (MatchResult found : METRIC.matcher(page.text()).results().toList()) {
        if (!there.contains(found.group())
            && !there.contains(found.group().replaceAll(SERIES, ""))) {
          unknown.add(page.path() + ": " + found.group());
        }
      }
    }
    assertThat(unknown).isEmpty();
  }

  /** Those of the config mappings, and those that product code and scripts spell out. */
  private static Set<String> settingsInCode() throws IOException {
    Set<String> there = new TreeSet<>();
    for (Class<?> config :
        Set.of(AggregatorConfig.class, EncoderConfig.class, ExtractorConfig.class)) {
      there.addAll(Settings.of(config).keySet());
    }
    // Put together from a service's name, in Service.
    there.addAll(Set.of("CHIASM_EXTRACTOR_HEAP", "CHIASM_ENCODER_HEAP", "CHIASM_AGGREGATOR_HEAP"));
    try (Stream<Path> files = Files.walk(Page.HOME)) {
      for (Path file : files.filter(NamesTest::spellsOut).toList()) {
        Matcher name =
            SETTING.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        while (name.find()) {
          there.add(name.group());
        }
      }
    }
    return there;
  }

  private static boolean spellsOut(Path file) {
    String path = Page.HOME.relativize(file).toString().replace('\\', '/');
    return Files.isRegularFile(file)
        && !path.matches("(.*/)?(target|results|\\.git)/.*")
        && (path.equals("chiasm")
            || path.matches(".*/src/main/.*\\.(java|properties)")
            || path.matches("(deploy|bench|fuzz)/.*\\.(sh|ya?ml|env|example|tpl)"));
  }
}
