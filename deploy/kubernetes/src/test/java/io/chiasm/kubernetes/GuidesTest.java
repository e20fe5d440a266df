package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What docs/how-to and its runbooks name is there. {@code commands.sh} runs their lines of kubectl
 * where there is a cluster.
 */
class GuidesTest {
  private static final Path PAGES = Monitoring.PROJECT.resolve("docs/how-to");

  private static final Pattern NAMED =
      Pattern.compile(
          "\\b(deployment|statefulset|service|scaledobject|podmonitor|kafka)s?[ /](chiasm[a-z0-9-]*)");

  private static final Pattern SELECTED = Pattern.compile("-l ([a-z0-9./-]+)=([a-z0-9-]+)");
  private static final Pattern PATH =
      Pattern.compile("(?<![\\w./-])deploy/[\\w.*/-]*[\\w/](?![\\w…*])");

  /** Made by scripts and builds. */
  private static final Pattern MADE =
      Pattern.compile("deploy/(compose/(data|secrets)|images/target|local/target)(/.*)?");

  /** Labels that operators give their pods. */
  private static final Set<String> OPERATORS = Set.of("strimzi.io/cluster=chiasm");

  @Test
  void objectsAreThoseOfAnOverlay() throws IOException {
    Set<String> there =
        manifests()
            .map(each -> (each.kind() + " " + each.name()).toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    Set<String> named = new TreeSet<>();

    all(NAMED).forEach(found -> named.add(found.group(1) + " " + found.group(2)));

    assertThat(named).hasSizeGreaterThan(8);
    assertThat(there).containsAll(named);
  }

  @Test
  void labelsSelectPods() throws IOException {
    Set<String> labels =
        manifests()
            .filter(Manifest::workload)
            .flatMap(
                each -> {
                  Node given = each.podLabels();
                  return given.keys().stream().map(key -> key + "=" + given.key(key).text());
                })
            .collect(Collectors.toCollection(TreeSet::new));
    labels.addAll(OPERATORS);
    Set<String> selected = new TreeSet<>();

    all(SELECTED).forEach(found -> selected.add(found.group(1) + "=" + found.group(2)));

    assertThat(selected).isNotEmpty();
    assertThat(labels).containsAll(selected);
  }

  @Test
  void filesAreThere() throws IOException {
    Map<String, Boolean> paths = new TreeMap<>();

    all(PATH)
        .map(MatchResult::group)
        .filter(path -> !MADE.matcher(path).matches())
        .forEach(path -> paths.put(path, Files.exists(Monitoring.PROJECT.resolve(path))));

    assertThat(paths).hasSizeGreaterThan(20).doesNotContainValue(false);
  }

  private static Stream<Manifest> manifests() {
    return Overlay.NAMES.stream()
        .flatMap(name -> Overlay.of(name, Overlay.texts(name)).manifests().stream());
  }

  private static Stream<MatchResult> all(Pattern pattern) throws IOException {
    List<Path> pages;
    try (Stream<Path> files = Files.walk(PAGES)) {
      pages = files.filter(file -> file.toString().endsWith(".md")).toList();
    }
    return pages.stream()
        .map(page -> Monitoring.PROJECT.relativize(page).toString())
        .flatMap(page -> pattern.matcher(ServiceProperties.text(page)).results());
  }
}
