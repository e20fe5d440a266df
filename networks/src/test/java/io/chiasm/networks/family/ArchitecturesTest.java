package io.chiasm.networks.family;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.networks.catalogue.Catalogue;
import io.chiasm.networks.catalogue.PublishedWeights;
import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.module.Parameter.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArchitecturesTest {
  private static final Set<Role> BUFFERS =
      EnumSet.of(Role.RUNNING_MEAN, Role.RUNNING_VARIANCE, Role.COUNTER);

  @Test
  void everyPublishedArchitectureButMaxVitIsBuiltIn() {
    assertThat(Catalogue.all()).hasSize(33);
    assertThat(Catalogue.all().stream().map(PublishedWeights::architecture))
        .allMatch(a -> a.equals("maxvit_t") || Architectures.named(a).isPresent());
    assertThat(Architectures.all()).allMatch(a -> !Catalogue.of(a.name()).isEmpty());
  }

  /** torchvision counts GoogLeNet's and Inception's auxiliary heads only with the latter. */
  @Test
  void everyArchitectureHasAsManyParametersAsTorchvisionSays() {
    for (PublishedWeights weights : Catalogue.all()) {
      Architectures.named(weights.architecture())
          .ifPresent(
              a ->
                  assertThat(learned(a, !a.name().equals("googlenet")))
                      .as(a.name())
                      .isEqualTo(weights.parameters()));
    }
  }

  private static long learned(Architecture architecture, boolean auxiliary) {
    return architecture.parameters(Architecture.Variant.NEW).stream()
        .filter(p -> auxiliary || p.used())
        .filter(p -> !BUFFERS.contains(p.role()))
        .mapToLong(p -> p.shape().elements())
        .sum();
  }

  @Test
  void keysAreUniqueAndThoseOfTorchvision() {
    for (Architecture architecture : Architectures.all()) {
      List<String> keys =
          architecture.parameters(Architecture.Variant.NEW).stream().map(Parameter::key).toList();
      assertThat(keys)
          .as(architecture.name())
          .doesNotHaveDuplicates()
          .contains(architecture.head());
      assertThat(keys).noneMatch(k -> k.contains("/") || k.startsWith("."));
    }
    assertThat(
            Architectures.named("efficientnet_b0")
                .orElseThrow()
                .parameters(Architecture.Variant.NEW))
        .hasSize(360);
  }
}
