package io.chiasm.networks.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.checkpoint.StateDict;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.family.InitialWeights;
import io.chiasm.networks.module.Parameter;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against torch's batch norms in training; {@code make_recalibrated.py} made the table. */
class RecalibrationTest {
  /**
   * Of a variance, and of a standard deviation for means: float32 rounding through up to 121 norms.
   */
  private static final double ROUND_OFF = 1e-4;

  /** Late activations of an untrained network without recalibration are far below. */
  private static final double OF_THE_ORDER_OF_ONE = 0.1;

  private static final String SMALL = "mobilenet_v3_small";
  private static final int VALUES = 4;
  private static final int IMAGES = 5;
  private static final int FIRST_BATCH = 3;

  private final Path file;

  RecalibrationTest(@TempDir Path folder) {
    file = folder.resolve("recalibrated.safetensors");
  }

  /** The images of {@code make_recalibrated.py}. */
  private static FloatTensor images(int from, int to) {
    FloatTensor all = MadeUpWeights.uniform(Shape.of(IMAGES, 3, 224, 224), "images", -2, 2);
    int each = all.values().length / IMAGES;
    return new FloatTensor(
        Shape.of(to - from, 3, 224, 224), Arrays.copyOfRange(all.values(), from * each, to * each));
  }

  private static void feed(TrainingForm form, RunningStatistics statistics) {
    byte[] graph = form.graph().bytes();
    statistics.add(Running.run(graph, images(0, FIRST_BATCH)));
    statistics.add(Running.run(graph, images(FIRST_BATCH, IMAGES)));
  }

  private StateDict recalibrated(String architecture, long seed) throws IOException {
    Recalibration recalibration = BuiltIn.named(architecture).recalibration(seed);
    feed(recalibration.form(), recalibration.statistics());
    try (OutputStream out = Files.newOutputStream(file)) {
      recalibration.write(out, IMAGES, Map.of("chiasm.images_sha256", "00ff"));
    }
    return StateDict.open(file);
  }

  @ParameterizedTest
  @CsvSource({"mobilenet_v3_small, 0, 34", "densenet121, 1, 16"})
  void everyNormHasTorchsRunningStatistics(String architecture, long seed, int norms)
      throws IOException {
    // Given
    List<String[]> rows = reference(architecture);
    assertThat(rows).hasSize(norms);
    // When
    StateDict found = recalibrated(architecture, seed);
    // Then
    for (String[] row : rows) {
      float[] means = found.read(row[2] + ".running_mean").values();
      float[] variances = found.read(row[2] + ".running_var").values();
      for (int i = 0; i < VALUES; i++) {
        int channel = (2 * i + 1) * means.length / (2 * VALUES);
        double mean = Double.parseDouble(row[3 + i]);
        double variance = Double.parseDouble(row[3 + VALUES + i]);
        assertThat(variances[channel])
            .as(row[2] + " variance " + channel)
            .isCloseTo((float) variance, within((float) (ROUND_OFF * variance)));
        assertThat(means[channel])
            .as(row[2] + " mean " + channel)
            .isCloseTo((float) mean, within((float) (ROUND_OFF * Math.sqrt(variance))));
      }
    }
  }

  @Test
  void nothingButStatisticsDiffersFromTheInitialisation() throws IOException {
    // Given
    Architecture architecture = Architectures.named(SMALL).orElseThrow();
    InitialWeights drawn = InitialWeights.of(architecture, 7);
    // When
    StateDict found = recalibrated(SMALL, 7);
    // Then
    for (Parameter parameter : architecture.parameters(Architecture.Variant.NEW)) {
      float[] before = drawn.read(parameter.key()).values();
      float[] after = found.read(parameter.key()).values();
      switch (parameter.role()) {
        case RUNNING_MEAN, RUNNING_VARIANCE -> assertThat(after).isNotEqualTo(before);
        case COUNTER -> assertThat(after).containsExactly(2);
        default -> assertThat(after).as(parameter.key()).isEqualTo(before);
      }
    }
  }

  @Test
  void doingItAgainChangesNothing() throws IOException {
    // Given
    StateDict once = recalibrated(SMALL, 0);
    // When: the network that it made is recalibrated on the same images
    TrainingForm form = BuiltIn.named(SMALL).trainingForm(once::read, "once");
    RunningStatistics twice = new RunningStatistics(form);
    feed(form, twice);
    // Then
    assertThat(twice.tensors()).hasSize(3 * form.norms().size());
    twice
        .tensors()
        .forEach(
            (key, again) -> assertThat(again.values()).as(key).isEqualTo(once.read(key).values()));
  }

  @Test
  void lateActivationsNoLongerVanish() throws IOException {
    recalibrated(SMALL, 0);
    OnnxGraph graph = BuiltIn.named(SMALL).trained(file);
    List<String> late = List.of("features.12");
    FloatTensor images = images(0, 2);
    double before = std(Running.run(BuiltIn.named(SMALL).untrained(0).tapped(late), images).get(0));
    double after = std(Running.run(graph.tapped(late), images).get(0));
    assertThat(after).isGreaterThan(OF_THE_ORDER_OF_ONE);
    assertThat(before).isLessThan(after / 1000);
  }

  @Test
  void theFileIsTakenForWhatItSays() throws IOException {
    StateDict found = recalibrated(SMALL, 3);
    assertThat(found.metadata())
        .containsEntry("chiasm.weights", "untrained")
        .containsEntry("chiasm.seed", "3")
        .containsEntry("chiasm.batch_norm", "recalibrated on 5 images")
        .containsEntry("chiasm.architecture", SMALL)
        .containsEntry("chiasm.images_sha256", "00ff");
    assertThat(Recalibrated.of(found)).contains(new Recalibrated(3, IMAGES));
    assertThat(BuiltIn.named(SMALL).trained(file).metadata())
        .containsEntry("chiasm.weights", "untrained(3), batch norm recalibrated on 5 images");
  }

  @Test
  void learntWeightsThatSayTheyAreUntrainedAreRefused() throws IOException {
    // Given
    Architecture architecture = Architectures.named(SMALL).orElseThrow();
    MadeUpWeights learnt = new MadeUpWeights(architecture);
    // When
    WrittenWeights.write(
        file,
        architecture.parameters(Architecture.Variant.NEW),
        learnt,
        new Recalibrated(0, 2).notes());
    // Then
    assertThatThrownBy(() -> BuiltIn.named(SMALL).trained(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("says that its weights are untrained, but they are no init");
  }

  @Test
  void anUntrainedFileOfUnknownOriginIsRefused() throws IOException {
    WrittenWeights.write(
        file, List.of(), key -> FloatTensor.zeros(1), Map.of("chiasm.weights", "untrained"));
    StateDict stored = StateDict.open(file);
    assertThatThrownBy(() -> Recalibrated.of(stored))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("not with which chiasm.seed and chiasm.batch_norm");
  }

  @Test
  void anArchitectureWithoutBatchNormIsRefused() {
    assertThatThrownBy(() -> BuiltIn.named("alexnet").recalibration(0))
        .isInstanceOf(InputException.class)
        .hasMessage("alexnet:untrained(0) has no batch norm to recalibrate");
  }

  private static double std(FloatTensor layer) {
    double sum = 0;
    double squares = 0;
    for (float value : layer.values()) {
      sum += value;
      squares += (double) value * value;
    }
    double mean = sum / layer.values().length;
    return Math.sqrt(squares / layer.values().length - mean * mean);
  }

  private static List<String[]> reference(String architecture) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(RecalibrationTest.class.getResourceAsStream("recalibrated.txt"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .map(l -> l.split(" "))
          .filter(r -> r[0].equals(architecture))
          .toList();
    }
  }
}
