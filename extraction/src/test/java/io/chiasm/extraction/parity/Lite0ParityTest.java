package io.chiasm.extraction.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.ExtractionSettings;
import io.chiasm.extraction.extract.LoadedNetwork;
import io.chiasm.extraction.extract.NetworkRunner;
import io.chiasm.extraction.extract.Photograph;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.preprocess.Preprocessor;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** From photograph files to activations, against Python; {@code make_lite0.py} made the table. */
class Lite0ParityTest {
  /** Of a layer's standard deviation: float32 rounding through 50 layers stays ten times below. */
  private static final double ROUND_OFF = 1e-4;

  private static final int VALUES = 12;

  @Test
  void activationsAreThoseOfPillowAndPythonsRuntime() throws IOException {
    // Given
    List<Photograph> photographs = Lite0.photographs(3);
    // When
    List<FloatTensor> layers = extract(photographs, 1, 8);
    // Then
    assertThat(layers)
        .extracting(FloatTensor::shape)
        .containsExactly(
            Shape.of(3, 24, 56, 56), Shape.of(3, 112, 14, 14), Shape.of(3, 1280, 7, 7));
    List<CSVRecord> rows = reference();
    assertThat(rows).hasSize(9);
    for (int i = 0; i < rows.size(); i++) {
      assertThat(rows.get(i).get("photograph")).isEqualTo(photographs.get(i / 3).name());
      assertThat(rows.get(i).get("layer")).isEqualTo(Lite0.LAYERS.get(i % 3));
      check(rows.get(i), activations(layers.get(i % 3), i / 3));
    }
  }

  /** What makes a task repeatable on another machine of the same kind. */
  @Test
  void activationsAreTheSameForAnyNumberOfThreads() throws IOException {
    List<Photograph> photographs = Lite0.photographs(5);
    List<FloatTensor> one = extract(photographs, 1, 8);
    List<FloatTensor> two = extract(photographs, 2, 8);
    for (int layer = 0; layer < one.size(); layer++) {
      assertThat(two.get(layer).values()).isEqualTo(one.get(layer).values());
    }
  }

  private static List<FloatTensor> extract(List<Photograph> photographs, int threads, int batch)
      throws IOException {
    LoadedNetwork network = Lite0.load();
    PhotographDecoder decoder = new PhotographDecoder(ImageLimits.DEFAULT);
    ExtractionSettings settings = new ExtractionSettings(batch, threads);
    List<FloatTensor> received = new ArrayList<>();
    try (Extraction extraction = new Extraction(decoder, settings);
        NetworkRunner runner = new DjlNetworks().open(network)) {
      Preprocessor preprocessor = new Preprocessor(network.recipe(Preprocessing.WHOLE_IMAGE));
      extraction.run(
          runner, preprocessor, List.of(photographs), (block, layers) -> received.addAll(layers));
    }
    return received;
  }

  private static float[] activations(FloatTensor layer, int stimulus) {
    int each = layer.values().length / 3;
    return Arrays.copyOfRange(layer.values(), stimulus * each, (stimulus + 1) * each);
  }

  private static void check(CSVRecord row, float[] activations) {
    double std = Double.parseDouble(row.get("std"));
    double mean = 0;
    double ramp = 0;
    for (int i = 0; i < activations.length; i++) {
      mean += activations[i] / (double) activations.length;
      ramp += activations[i] * (double) i / activations.length / activations.length;
    }
    assertThat(mean).isCloseTo(Double.parseDouble(row.get("mean")), within(ROUND_OFF * std));
    assertThat(ramp).isCloseTo(Double.parseDouble(row.get("ramp")), within(ROUND_OFF * std));
    for (int i = 0; i < VALUES; i++) {
      int place = (int) ((2L * i + 1) * activations.length / (2 * VALUES));
      double expected = Double.parseDouble(row.get("value" + i));
      assertThat((double) activations[place]).isCloseTo(expected, within(ROUND_OFF * std));
    }
  }

  private static List<CSVRecord> reference() throws IOException {
    String path = "/io/chiasm/extraction/parity/lite0.csv";
    InputStream in = Objects.requireNonNull(Lite0ParityTest.class.getResourceAsStream(path));
    try (InputStreamReader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
      return CSVFormat.RFC4180
          .builder()
          .setHeader()
          .setSkipHeaderRecord(true)
          .get()
          .parse(reader)
          .getRecords();
    }
  }
}
