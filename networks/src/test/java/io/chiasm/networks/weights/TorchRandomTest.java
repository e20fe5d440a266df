package io.chiasm.networks.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against numbers of torch itself; torch_random.py beside them made them. */
class TorchRandomTest {
  /** A few float32 roundings of numbers up to 5: torch's logarithm and cosine are its own. */
  private static final Offset<Float> LIBM = within(2e-6f);

  private static final Map<String, float[]> TORCH = load();

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 4294967295L})
  void aSequenceOfFillsEqualsTorchs(long seed) {
    TorchRandom random = new TorchRandom(seed);
    float[] uniform = new float[9];
    random.uniform(uniform, -0.25f, 0.25f);
    assertThat(uniform).containsExactly(torch("uniform-" + seed));
    // Lengths under 16 leave a spare number behind, which the next of them takes.
    assertNormal(random, 16, 0, 1, "normal-16-" + seed);
    assertNormal(random, 7, 0, 2, "normal-7-" + seed);
    assertNormal(random, 3, 0, 1, "normal-3-" + seed);
    assertNormal(random, 41, 1, 0.5f, "normal-41-" + seed);
  }

  private static void assertNormal(
      TorchRandom random, int length, float mean, float std, String name) {
    float[] values = new float[length];
    random.normal(values, mean, std);
    assertThat(values).as(name).containsExactly(torch(name), LIBM);
  }

  @Test
  void theFirstConvolutionOfTorchvisionsEfficientNetB0IsReproduced() {
    // Given: default initialisation spends one draw per weight and bias before kaiming_normal_
    TorchRandom random = new TorchRandom(0);
    random.skip(5_246_532);
    float[] weights = new float[32 * 3 * 3 * 3];
    // When
    random.normal(weights, 0, (float) (Math.sqrt(2) / Math.sqrt(32 * 9)));
    // Then: torchvision's numbers after torch.manual_seed(0)
    assertThat(Arrays.copyOf(weights, 3))
        .containsExactly(new float[] {.0538626686f, .0429062359f, .0145875402f}, within(2e-8f));
    double sum = 0;
    double squares = 0;
    for (float weight : weights) {
      sum += weight;
      squares += (double) weight * weight;
    }
    assertThat(sum).isCloseTo(.545903, within(2e-6));
    assertThat(squares).isCloseTo(6.038413, within(2e-6));
  }

  static float[] torch(String name) {
    return Objects.requireNonNull(TORCH.get(name), name);
  }

  private static Map<String, float[]> load() {
    try (InputStream in = TorchRandomTest.class.getResourceAsStream("torch_random.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(l -> l.split(" "))
          .collect(Collectors.toMap(p -> p[0], TorchRandomTest::numbers));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static float[] numbers(String[] parts) {
    float[] values = new float[parts.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Float.parseFloat(parts[i + 1]);
    }
    return values;
  }
}
