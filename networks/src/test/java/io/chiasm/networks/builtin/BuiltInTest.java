package io.chiasm.networks.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.networks.OnnxGraph;
import io.chiasm.networks.Running;
import io.chiasm.networks.checkpoint.Checkpoint;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.family.InitialWeights;
import io.chiasm.networks.inspect.Inspection;
import io.chiasm.networks.module.Parameter;
import io.chiasm.networks.module.ParameterSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltInTest {
  private static final String NAME = "mobilenet_v3_small";
  private static final Architecture ARCHITECTURE = Architectures.named(NAME).orElseThrow();

  private final BuiltIn network = BuiltIn.named(NAME);
  private final Path file;

  BuiltInTest(@TempDir Path folder) {
    file = folder.resolve("weights.safetensors");
  }

  private static Map<String, FloatTensor> tensors(ParameterSource source) {
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    ARCHITECTURE
        .parameters(Architecture.Variant.NEW)
        .forEach(p -> tensors.put(p.key(), source.read(p.key())));
    return tensors;
  }

  private static Map<String, FloatTensor> trained() {
    return tensors(new MadeUpWeights(ARCHITECTURE));
  }

  @Test
  void aFileOfWeightsBecomesTheNetworkThatItsNumbersMake() throws IOException {
    // Given
    SavedWeights.write(file, trained());
    // When
    OnnxGraph graph = network.trained(file);
    // Then
    OnnxGraph direct =
        network.graph(
            new MadeUpWeights(ARCHITECTURE),
            Architecture.Variant.NEW,
            "made up",
            network.defaults().preset());
    FloatTensor image = Running.noise(1, 224, 3);
    List<String> late = List.of("features.12");
    assertThat(Running.run(graph.tapped(late), image).get(0).values())
        .isEqualTo(Running.run(direct.tapped(late), image).get(0).values());
    assertThat(graph.suggestedLayers()).isEqualTo(network.defaults().layers());
    assertThat(graph.source()).isEqualTo(NAME + ":weights of weights.safetensors");
    assertThat(Inspection.of(graph).problems()).isEmpty();
  }

  @Test
  void itsBytesAreThoseThatItsHashIsOf() {
    OnnxGraph graph = network.untrained(0);
    assertThat(OnnxGraph.read(graph.bytes(), "again").sha256()).isEqualTo(graph.sha256());
    assertThat(network.untrained(0).sha256()).isEqualTo(graph.sha256());
    assertThat(network.untrained(1).sha256()).isNotEqualTo(graph.sha256());
  }

  /** In torch 0.3 modules could have dots in their names, and norms had no counter. */
  @Test
  void denseNetsWeightsUnderTheirOldNamesMakeTheSameNetwork() throws IOException {
    // Given
    Architecture densenet = Architectures.named("densenet121").orElseThrow();
    MadeUpWeights numbers = new MadeUpWeights(densenet);
    Map<String, FloatTensor> now = new LinkedHashMap<>();
    Map<String, FloatTensor> then = new LinkedHashMap<>();
    for (Parameter parameter : densenet.parameters(Architecture.Variant.NEW)) {
      String key = parameter.key();
      now.put(key, numbers.read(key));
      if (parameter.used()) {
        then.put(
            key.replaceAll("(denselayer\\d+\\.(?:norm|conv))([12])", "$1.$2"), numbers.read(key));
      }
    }
    assertThat(then).containsKey("features.denseblock1.denselayer2.norm.1.weight");
    // When
    OnnxGraph today = BuiltIn.named("densenet121").trained(SavedWeights.write(file, now));
    SavedWeights.write(file, then);
    // Then
    assertThat(BuiltIn.named("densenet121").trained(file).sha256()).isEqualTo(today.sha256());
    assertThat(BuiltIn.recognised(Checkpoint.open(file)).map(BuiltIn::name))
        .contains("densenet121");
  }

  @Test
  void weightsAreRecognised() throws IOException {
    SavedWeights.write(file, trained());
    assertThat(BuiltIn.recognised(Checkpoint.open(file)).map(BuiltIn::name)).contains(NAME);
  }

  @Test
  void aHeadOfOtherClassesIsTaken() throws IOException {
    Map<String, FloatTensor> tensors = trained();
    tensors.put("classifier.3.weight", FloatTensor.zeros(7, 1024));
    tensors.put("classifier.3.bias", FloatTensor.zeros(7));
    OnnxGraph graph = network.trained(SavedWeights.write(file, tensors));
    assertThat(graph.layer("classifier.3").knownShape().extents()).containsExactly(7L);
  }

  @Test
  void aMissingTensorIsNamed() throws IOException {
    Map<String, FloatTensor> tensors = trained();
    tensors.remove("features.4.block.2.fc1.bias");
    refused(tensors, "as weights of mobilenet_v3_small it lacks 'features.4.block.2.fc1.bias'");
  }

  @Test
  void anUnknownTensorIsNamedWithTheNearest() throws IOException {
    Map<String, FloatTensor> tensors = trained();
    tensors.put("features.4.block.2.fc3.bias", FloatTensor.zeros(1));
    refused(tensors, "has unknown 'features.4.block.2.fc3.bias' (nearest: features.4.block.2.fc");
  }

  @Test
  void aTensorOfOtherExtentsIsNamed() throws IOException {
    Map<String, FloatTensor> tensors = trained();
    tensors.put("features.0.0.weight", FloatTensor.zeros(16, 3, 5, 5));
    refused(
        tensors, "has 'features.0.0.weight' of extents (16, 3, 5, 5); needed are (16, 3, 3, 3)");
  }

  @Test
  void torchvisionsFirstMnasNetIsRefusedWithAWayOut() throws IOException {
    Architecture mnasnet = Architectures.named("mnasnet0_5").orElseThrow();
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    MadeUpWeights numbers = new MadeUpWeights(mnasnet);
    mnasnet
        .parameters(Architecture.Variant.NEW)
        .forEach(p -> tensors.put(p.key(), numbers.read(p.key())));
    tensors.put("layers.0.weight", FloatTensor.zeros(32, 3, 3, 3));
    SavedWeights.write(file, tensors);
    assertThatThrownBy(() -> BuiltIn.named("mnasnet0_5").trained(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("needed are (16, 3, 3, 3); it was trained with torchvision's first")
        .hasMessageContaining("export it to ONNX");
  }

  @Test
  void aNumberThatIsNoneIsRefused() throws IOException {
    Map<String, FloatTensor> tensors = trained();
    values(tensors, "features.0.0.weight")[5] = Float.NaN;
    refused(tensors, "has the number NaN in 'features.0.0.weight'");
  }

  @Test
  void anInitialisationIsNotTakenForTrained() throws IOException {
    refused(tensors(InitialWeights.of(ARCHITECTURE, 0)), "cannot be told from an initialisation");
  }

  @Test
  void recalibratedStatisticsDoNotMakeAnInitialisationTrained() throws IOException {
    Map<String, FloatTensor> tensors = tensors(InitialWeights.of(ARCHITECTURE, 0));
    values(tensors, "features.0.1.running_mean")[0] = 0.5f;
    values(tensors, "features.0.1.running_var")[0] = 2;
    refused(tensors, "cannot be told from an initialisation");
  }

  @Test
  void withoutNormsWeightsBeyondTheirFirstBoundsAreTrained() {
    Architecture alexnet = Architectures.named("alexnet").orElseThrow();
    var parameters = alexnet.parameters(Architecture.Variant.NEW);
    assertThat(new Trainedness(parameters, InitialWeights.of(alexnet, 0)).isInitial()).isTrue();
    assertThat(new Trainedness(parameters, new MadeUpWeights(alexnet)).isInitial()).isFalse();
  }

  @Test
  void aMisspeltArchitectureIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> BuiltIn.named("eficientnet_b0"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("'eficientnet_b0' is not built in; nearest: efficientnet_b0");
    assertThatThrownBy(() -> BuiltIn.named("maxvit_t")).hasMessageContaining("export it to ONNX");
    assertThatThrownBy(() -> network.published("IMAGENET1K_V9"))
        .hasMessageContaining("no published weights 'IMAGENET1K_V9'; possible: IMAGENET1K_V1");
  }

  private static float[] values(Map<String, FloatTensor> tensors, String key) {
    return Objects.requireNonNull(tensors.get(key), key).values();
  }

  private void refused(Map<String, FloatTensor> tensors, String message) throws IOException {
    SavedWeights.write(file, tensors);
    assertThatThrownBy(() -> network.trained(file))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(file + ": ")
        .hasMessageContaining(message);
  }
}
