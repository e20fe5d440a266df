package io.chiasm.networks.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.tensor.FloatTensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Torch's own activations, as {@code make_parity.py} describes them. */
final class Torch {
  /** Of a layer's standard deviation; float32 rounding through hundreds of layers stays below. */
  private static final double ROUND_OFF = 1e-4;

  private Torch() {}

  /** The lines of one network by layer. */
  static Map<String, String[]> rows(String file, String network) throws IOException {
    try (InputStream in = Torch.class.getResourceAsStream(file)) {
      Map<String, String[]> rows = new LinkedHashMap<>();
      new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(l -> l.split(" "))
          .filter(r -> r[0].equals(network))
          .forEach(r -> rows.put(r[1], r));
      assertThat(rows).as(network).isNotEmpty();
      return rows;
    }
  }

  /** Compares a layer with its line. */
  static void check(String what, String[] row, FloatTensor layer) {
    String extents =
        layer.shape().tail().extents().stream()
            .map(String::valueOf)
            .collect(Collectors.joining(","));
    assertThat(extents).as(what).isEqualTo(row[2]);
    double std = Double.parseDouble(row[3]);
    float[] values = layer.values();
    double mean = 0;
    double ramp = 0;
    for (int i = 0; i < values.length; i++) {
      mean += values[i] / (double) values.length;
      ramp += values[i] * (double) i / values.length / values.length;
    }
    assertThat(mean).as(what).isCloseTo(Double.parseDouble(row[4]), within(ROUND_OFF * std));
    assertThat(ramp).as(what).isCloseTo(Double.parseDouble(row[5]), within(ROUND_OFF * std));
    int samples = row.length - 6;
    for (int i = 0; i < samples; i++) {
      double value = values[(int) ((2L * i + 1) * values.length / (2 * samples))];
      assertThat(value)
          .as(what + " " + i)
          .isCloseTo(Double.parseDouble(row[6 + i]), within(ROUND_OFF * std));
    }
  }
}
