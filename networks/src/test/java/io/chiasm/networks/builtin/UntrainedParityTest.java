package io.chiasm.networks.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.family.InitialWeights;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Against weights that torchvision itself draws; {@code make_untrained.py} made the table. */
class UntrainedParityTest {
  /** Of the tensor's root mean square: torch's logarithm and cosine round otherwise. */
  private static final double LIBM = 1e-6;

  /** Rows of one architecture and seed. */
  private static Map<String, List<String[]>> rows() throws IOException {
    try (InputStream in = UntrainedParityTest.class.getResourceAsStream("untrained.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(l -> l.split(" "))
          .collect(Collectors.groupingBy(r -> r[0] + " " + r[1]));
    }
  }

  static Stream<String> cases() throws IOException {
    return rows().keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void everyTensorIsTheOneThatTorchvisionDraws(String drawn) throws IOException {
    // Given
    String[] parts = drawn.split(" ");
    Architecture architecture = Architectures.named(parts[0]).orElseThrow();
    // When
    InitialWeights weights = InitialWeights.of(architecture, Long.parseLong(parts[1]));
    // Then
    for (String[] row : Objects.requireNonNull(rows().get(drawn))) {
      check(drawn + " " + row[2], row, weights.read(row[2]).values());
    }
  }

  private static void check(String what, String[] row, float[] values) {
    assertThat(values.length).as(what).isEqualTo(Integer.parseInt(row[3]));
    double squares = Double.parseDouble(row[5]);
    double size = Math.sqrt(squares / values.length);
    double sum = 0;
    double found = 0;
    for (float value : values) {
      sum += value;
      found += (double) value * value;
    }
    assertThat(sum)
        .as(what)
        .isCloseTo(Double.parseDouble(row[4]), within(LIBM * size * Math.sqrt(values.length)));
    assertThat(found).as(what).isCloseTo(squares, within(LIBM * squares));
    int samples = row.length - 6;
    for (int i = 0; i < samples; i++) {
      double value = values[(int) ((2L * i + 1) * values.length / (2 * samples))];
      assertThat(value).as(what).isCloseTo(Double.parseDouble(row[6 + i]), within(LIBM * size));
    }
  }

  @Test
  void anUntrainedNetworkSaysSo() {
    assertThat(BuiltIn.named("mobilenet_v3_small").untrained(3).metadata())
        .containsEntry("chiasm.weights", "untrained(3)")
        .containsEntry("chiasm.architecture", "mobilenet_v3_small")
        .containsEntry("layers.late", "features.12");
  }

  @Test
  void seedsThatTorchWouldCutAreRefused() {
    assertThatThrownBy(() -> BuiltIn.named("alexnet").untrained(1L << 32))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not within 0 to 4294967295");
  }
}
