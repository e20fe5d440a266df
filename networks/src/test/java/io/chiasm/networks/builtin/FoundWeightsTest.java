package io.chiasm.networks.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.networks.checkpoint.TorchFile;
import io.chiasm.networks.family.Architecture;
import io.chiasm.networks.family.Architectures;
import io.chiasm.networks.module.Parameter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights are found in files as people save them: the same graph, or another only by its head. */
class FoundWeightsTest {
  private static final String NAME = "mobilenet_v3_small";
  private static final Architecture ARCHITECTURE = Architectures.named(NAME).orElseThrow();
  private static final String STEM = "features.0.0.weight";

  private final BuiltIn network = BuiltIn.named(NAME);
  private final Path file;
  private final Digest plain;

  FoundWeightsTest(@TempDir Path folder) throws IOException {
    file = folder.resolve("weights.pth");
    plain = saved(model()).graph().sha256();
  }

  private static Map<String, FloatTensor> model() {
    MadeUpWeights numbers = new MadeUpWeights(ARCHITECTURE);
    Map<String, FloatTensor> tensors = new LinkedHashMap<>();
    for (Parameter parameter : ARCHITECTURE.parameters(Architecture.Variant.NEW)) {
      if (parameter.used()) {
        tensors.put(parameter.key(), numbers.read(parameter.key()));
      }
    }
    return tensors;
  }

  /** Another set of weights of the same extents. */
  private static Map<String, FloatTensor> average() {
    Map<String, FloatTensor> tensors = model();
    tensors.put(STEM, MadeUpWeights.uniform(Shape.of(16, 3, 3, 3), "average", 0, 1));
    return tensors;
  }

  private static Map<String, FloatTensor> backbone() {
    Map<String, FloatTensor> tensors = model();
    tensors.keySet().removeIf(k -> k.startsWith("classifier."));
    return tensors;
  }

  private static <T> Map<String, T> renamed(Map<String, T> tensors, UnaryOperator<String> name) {
    Map<String, T> renamed = new LinkedHashMap<>();
    tensors.forEach((key, tensor) -> renamed.put(name.apply(key), tensor));
    return renamed;
  }

  private static <T> Map<String, T> below(String prefix, Map<String, T> tensors) {
    return renamed(tensors, key -> prefix + key);
  }

  @SafeVarargs
  private static <T> Map<String, T> together(Map<String, T>... parts) {
    Map<String, T> all = new LinkedHashMap<>();
    List.of(parts).forEach(all::putAll);
    return all;
  }

  private TrainedNetwork saved(Object saved) throws IOException {
    return saved(saved, "");
  }

  private TrainedNetwork saved(Object saved, String set) throws IOException {
    TorchFile.write(file, saved);
    return network.trained(file, set);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "model.",
        "module.",
        "_orig_mod.",
        "model._orig_mod.module.",
        "net.",
        "backbone.",
        "encoder.",
        "features_extractor.",
        "ema_model.module.",
        "model.model.",
        "visual.trunk."
      })
  void whatStandsBeforeTheNamesIsSeenThroughAndSaid(String prefix) throws IOException {
    TrainedNetwork found = saved(Map.of("state_dict", below(prefix, model())));
    assertThat(found.graph().sha256()).isEqualTo(plain);
    assertThat(found.notes())
        .contains("the weights lie under 'state_dict'")
        .anyMatch(n -> n.contains("seen through"));
  }

  @Test
  void wrappersWithinTheNamesAreSeenThrough() throws IOException {
    TrainedNetwork found =
        saved(
            renamed(
                model(),
                key ->
                    key.startsWith("features.3.")
                        ? key.replace("features.3.", "model._orig_mod.features.3.module.")
                        : "model." + key));
    assertThat(found.graph().sha256()).isEqualTo(plain);
    assertThat(found.notes())
        .contains("'model.' before the names of tensors is seen through")
        .anyMatch(n -> n.contains("'_orig_mod.', 'module.'"));
  }

  @Test
  void ofTwoSetsTheModelItselfIsTakenAndTheOtherNamed() throws IOException {
    Object both = together(Map.of("model_ema", average()), Map.of("model", model()));
    TrainedNetwork found = saved(both);
    assertThat(found.graph().sha256()).isEqualTo(plain);
    assertThat(found.notes().get(0))
        .startsWith(
            "of several sets of weights 'model' is taken; also there: 'model_ema' (in the study");
    assertThat(saved(both, "model").graph().sha256()).isEqualTo(plain);
    TrainedNetwork average = saved(both, "model_ema");
    assertThat(average.graph().sha256()).isNotEqualTo(plain);
    assertThat(average.notes().get(0)).startsWith("of several sets of weights 'model_ema'");
    assertThat(average.graph().sha256()).isEqualTo(saved(average()).graph().sha256());
  }

  @Test
  void twoNetworksUnderPrefixesAreTwoSets() throws IOException {
    Object both =
        together(
            below("teacher.backbone.", average()),
            below("student.backbone.", model()),
            Map.of("center", new FloatTensor(Shape.of(1), new float[1])));
    TrainedNetwork found = saved(both);
    assertThat(found.graph().sha256()).isEqualTo(plain);
    assertThat(found.notes())
        .anyMatch(n -> n.contains("'student.backbone' is taken; also there: 'teacher.backbone'"))
        .contains("tensors that are not read: 'center'");
    assertThat(saved(both, "teacher").graph().sha256()).isNotEqualTo(plain);
    assertThat(saved(both, "student").graph().sha256()).isEqualTo(plain);
  }

  @Test
  void anUnknownSetIsAnsweredWithThoseThereAre() {
    assertThatThrownBy(() -> saved(Map.of("model", model(), "model_ema", average()), "emma"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file + ": has no set of weights 'emma'; there are: 'model")
        .hasMessageContaining("'model_ema'");
  }

  @Test
  void whereNoSetIsPlainlyTheModelOneMustBeChosen() throws IOException {
    Map<String, Object> both = Map.of("left", model(), "right", average());
    assertThatThrownBy(() -> saved(both))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has several sets of weights and none is plainly the model's");
    assertThat(saved(both, "left").graph().sha256()).isEqualTo(plain);
  }

  @Test
  void aLoneAverageIsTakenAndSaid() throws IOException {
    TrainedNetwork found =
        saved(
            together(
                Map.of("n_averaged", new FloatTensor(Shape.of(), new float[] {3})),
                below("module.", model())));
    assertThat(found.graph().sha256()).isEqualTo(plain);
    assertThat(found.notes()).anyMatch(n -> n.contains("an average over training"));
  }

  @Test
  void featuresNeedNoHead() throws IOException {
    TrainedNetwork found = saved(backbone());
    assertThat(found.graph().layer("features.8").splittable()).isTrue();
    assertThat(found.notes()).anyMatch(n -> n.startsWith("the head is not the architecture's: it"));
    assertThat(BuiltIn.recognised(file, "").graph().sha256()).isEqualTo(found.graph().sha256());
    assertThatThrownBy(() -> found.graph().layer("classifier.3"))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has no layer 'classifier.3': its weights come without the head")
        .hasMessageContaining("'classifier', or with another");
  }

  @ParameterizedTest
  @ValueSource(strings = {"fc.weight", "head.weight", "classifier.weight", "classifier.3.0.weight"})
  void anotherHeadIsPassedOverAndSaid(String key) throws IOException {
    Map<String, FloatTensor> tensors = backbone();
    tensors.put(key, FloatTensor.zeros(5, 576));
    TrainedNetwork found = saved(tensors);
    assertThat(found.graph().layer("features.12").splittable()).isTrue();
    assertThat(found.notes()).contains("tensors that are not read: '" + key + "'");
    assertThatThrownBy(() -> found.graph().tapped(List.of("classifier.0")))
        .hasMessageContaining("without the head 'classifier', or with another");
  }

  /** A first layer of the same extents before another activation is not torchvision's. */
  @Test
  void aHeadThatIsOnlyPartlyTheArchitecturesIsNotUsed() throws IOException {
    Map<String, FloatTensor> tensors = model();
    tensors.remove("classifier.3.weight");
    tensors.remove("classifier.3.bias");
    assertThat(saved(tensors).graph().layer("classifier.0").name()).isEqualTo("classifier.0");
    tensors.put("classifier.2.weight", FloatTensor.zeros(5, 1024));
    assertThatThrownBy(() -> saved(tensors).graph().layer("classifier.0"))
        .hasMessageContaining("without the head");
  }

  @Test
  void aMissingTensorBeforeTheHeadStaysAnErrorWhateverTheHead() {
    Map<String, FloatTensor> tensors = backbone();
    tensors.remove("features.4.block.2.fc1.bias");
    assertThatThrownBy(() -> saved(tensors))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("it lacks 'features.4.block.2.fc1.bias'");
  }

  @Test
  void theFeaturesAloneAreTaken() throws IOException {
    Digest headless = saved(backbone()).graph().sha256();
    Map<String, FloatTensor> features =
        renamed(backbone(), key -> key.substring("features.".length()));
    assertThat(saved(features).graph().sha256()).isEqualTo(headless);
    assertThat(saved(Map.of("features", features)).graph().sha256()).isEqualTo(headless);
    TrainedNetwork children = saved(below("0.", features));
    assertThat(children.graph().sha256()).isEqualTo(headless);
    assertThat(children.notes())
        .contains("'features.', left out in the names of tensors, is put before them");
  }

  @Test
  void countsOfAProfilerArePassedOver() throws IOException {
    Map<String, FloatTensor> tensors = model();
    tensors.put("features.4.total_ops", FloatTensor.zeros(1));
    assertThat(saved(tensors).graph().sha256()).isEqualTo(plain);
  }

  @Test
  void anotherLibrarysNamesAreRecognised() {
    assertThatThrownBy(
            () ->
                saved(
                    Map.of(
                        "conv_stem.weight",
                        FloatTensor.zeros(1),
                        "blocks.0.0.conv_dw.weight",
                        FloatTensor.zeros(1))))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("timm's EfficientNet or MobileNetV3, another layout");
  }

  @Test
  void anotherArchitecturesWeightsAreNamed() throws IOException {
    TorchFile.write(file, model());
    assertThatThrownBy(() -> BuiltIn.named("mobilenet_v2").trained(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("has the tensors of mobilenet_v3_small, not of mobilenet_v2");
  }
}
