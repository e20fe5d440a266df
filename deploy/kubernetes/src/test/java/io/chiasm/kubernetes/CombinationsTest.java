package io.chiasm.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Overlays with fewer or more components than ours, made as docs/how-to/kubernetes.md says: what is
 * left out is left out of a copy, what comes on top is an overlay of its own.
 */
class CombinationsTest {
  private static final Path FOLDER = Overlay.ROOT.resolve("target/combinations");

  /** Of overlays/production. */
  private static final List<String> OWN = List.of("keda", "monitoring", "network-policies");

  private static final List<String> ON_PRODUCTION = List.of("kafka-strimzi", "oidc");
  private static final List<String> ON_TRIAL = List.of("keda", "monitoring", "oidc");

  @ParameterizedTest(name = "production with {0}, and on top {1}")
  @MethodSource("production")
  void nothingIsWrongWithProduction(List<String> kept, List<String> added) throws IOException {
    Path copy = copy(kept);
    Path top = onTop("../" + copy.getFileName(), copy.getFileName().toString(), added);

    assertThat(Rules.broken(Kustomize.render("combination", top))).isEmpty();
  }

  static Stream<Arguments> production() {
    return subsets(OWN).stream()
        .flatMap(kept -> subsets(ON_PRODUCTION).stream().map(added -> Arguments.of(kept, added)));
  }

  @ParameterizedTest(name = "trial, and on top {0}")
  @MethodSource("trial")
  void nothingIsWrongWithATrial(List<String> added) throws IOException {
    Path top = onTop("../../../overlays/trial", "trial", added);

    assertThat(Rules.broken(Kustomize.render("combination", top))).isEmpty();
  }

  static Stream<List<String>> trial() {
    return subsets(ON_TRIAL).stream();
  }

  /** overlays/production without the other components of its own. */
  private static Path copy(List<String> kept) throws IOException {
    Path copy = Files.createDirectories(FOLDER.resolve(name("production", kept)));
    Path production = Overlay.ROOT.resolve("overlays/production");
    try (Stream<Path> files = Files.list(production)) {
      for (Path file : files.toList()) {
        Files.writeString(copy.resolve(production.relativize(file)), Files.readString(file));
      }
    }
    Path list = copy.resolve("kustomization.yaml");
    String text = Files.readString(list).replace("../../", "../../../");
    assertThat(text).contains(components(OWN));
    Files.writeString(list, text.replace(components(OWN), components(kept)));
    return copy;
  }

  private static Path onTop(String resource, String name, List<String> added) throws IOException {
    Path top = Files.createDirectories(FOLDER.resolve(name("on-" + name, added)));
    Files.writeString(
        top.resolve("kustomization.yaml"),
        """
        apiVersion: kustomize.config.k8s.io/v1beta1
        kind: Kustomization
        namespace: chiasm
        resources:
        - %s
        %s"""
            .formatted(resource, components(added)));
    return top;
  }

  private static String components(List<String> names) {
    return names.isEmpty()
        ? ""
        : names.stream()
            .map(name -> "- ../../../components/" + name + "\n")
            .collect(Collectors.joining("", "components:\n", ""));
  }

  private static String name(String first, List<String> components) {
    return components.isEmpty() ? first : first + "-" + String.join("-", components);
  }

  private static List<List<String>> subsets(List<String> all) {
    List<List<String>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      List<String> subset = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if ((bits & 1 << i) != 0) {
          subset.add(all.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }
}
