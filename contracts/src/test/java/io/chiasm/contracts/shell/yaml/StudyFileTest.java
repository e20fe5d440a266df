package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.InputSize;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSource.BuiltIn;
import io.chiasm.contracts.study.NetworkSource.Onnx;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.Regression.PcaOls;
import io.chiasm.contracts.study.Regression.Ridge;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.At;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec.FoldFile;
import io.chiasm.contracts.study.ValidationSpec.Holdout;
import io.chiasm.contracts.study.ValidationSpec.KFold;
import io.chiasm.contracts.study.VertexSpec;
import io.chiasm.contracts.study.Weights.Trained;
import io.chiasm.contracts.study.Weights.Untrained;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFileTest {
  private Path base = Path.of("");

  @BeforeEach
  void fill(@TempDir Path folder) throws IOException {
    base = StudyFolder.in(folder);
  }

  @Test
  void oneNumberIsASquareInputAndTwoAreHeightAndWidth() {
    String study =
        """
        study: mine
        dataset: {algonauts: data}
        networks:
        - {name: square, onnx: network.onnx, input_size: 224}
        - {name: high, onnx: network.onnx, input_size: [224, 192]}
        - {name: own, onnx: network.onnx}
        layers: {early: a}
        """;
    assertThat(StudyFile.parse(study, "study.yaml", base).networks())
        .extracting(NetworkSpec::inputSize)
        .containsExactly(new InputSize(224, 224), new InputSize(224, 192), null);
  }

  @Test
  void fourLinesAreAStudyWithEveryDefault() throws IOException {
    assertThat(good("four-lines.yaml"))
        .isEqualTo(
            new Study(
                "mine",
                new DatasetSpec(
                    base.resolve("data").toString(), List.of(), StimulusSelection.SHARED, ""),
                List.of(
                    new NetworkSpec(
                        "network",
                        new Onnx(base.resolve("network.onnx")),
                        new Trained(),
                        null,
                        null,
                        layers("early", "stage3", "middle", "stage6", "late", "stage9"))),
                Preprocessing.WHOLE_IMAGE,
                new SplitSpec(At.FEATURES, Midline.EXCLUDE, List.of()),
                new EncodingSpec(
                    new Ridge(List.of(1e-4, 1e-3, 1e-2, 1e-1, 1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6)),
                    Scaling.TRACE),
                new KFold(10, 0),
                null,
                null,
                null));
  }

  @Test
  void everyKeyIsRead() throws IOException {
    // Given
    Map<String, String> layers =
        layers("early", "features.2", "middle", "features.5", "late", "features.8");
    String b0 = "efficientnet_b0";
    // When
    Study study = good("everything.yaml");
    // Then
    assertThat(study.networks())
        .containsExactly(
            network("trained", b0, "IMAGENET1K_V1", layers),
            new NetworkSpec(
                "untrained-seed0", new BuiltIn(b0, ""), new Untrained(0), null, null, layers),
            new NetworkSpec(
                "untrained-seed4294967295",
                new BuiltIn(b0, ""),
                new Untrained(4294967295L),
                null,
                null,
                layers),
            new NetworkSpec(
                "file",
                new BuiltIn(b0, base.resolve("b0.safetensors").toString()),
                new Trained(),
                Normalisation.IMAGENET,
                null,
                layers),
            network("epochs-epoch-1", b0, base.resolve("runs/epoch-1.pth").toString(), layers),
            network("epochs-epoch-9", b0, base.resolve("runs/epoch-9.pth").toString(), layers),
            network("epochs-epoch-10", b0, base.resolve("runs/epoch-10.pth").toString(), layers),
            new NetworkSpec(
                "mine",
                new Onnx(base.resolve("other.onnx")),
                new Trained(),
                new Normalisation(List.of(0.5, 0.25, 0.0), List.of(1.0, 0.5, 0.5)),
                71.9,
                layers("late", "495", "early", "null")),
            new NetworkSpec(
                "drawn",
                new Onnx(base.resolve("other.onnx")),
                new Untrained(7),
                null,
                null,
                layers));
    assertThat(study)
        .isEqualTo(
            new Study(
                "efficientnet-b0",
                new DatasetSpec(
                    "s3://bucket/algonauts_2023",
                    List.of("subj02", "subj01"),
                    StimulusSelection.ALL,
                    base.resolve("data/ceiling.npy").toString()),
                study.networks(),
                Preprocessing.TORCHVISION,
                new SplitSpec(
                    At.IMAGE, Midline.SHARE, List.of(Control.UPPER_LOWER, Control.MIRRORED)),
                new EncodingSpec(new PcaOls(25), Scaling.NONE),
                new Holdout(0.1, 5),
                new SemanticSpec.CategoryFile(base.resolve("categories.csv")),
                base.resolve("fsaverage"),
                new VertexSpec(new ParticipantId("subj02"), Hemisphere.RH, 7)));
  }

  @Test
  void activationsAreStoredAsFloat32UnlessTheStudySaysOtherwise() {
    String yaml =
        "study: mine\ndataset: {algonauts: data}\nnetworks: [{onnx: network.onnx}]\n"
            + "layers: {early: a}\n";
    Study study = StudyFile.parse(yaml, "study.yaml", base);
    assertThat(study.activations()).isEqualTo(ActivationType.FLOAT32);
    assertThat(StudyFile.write(study)).doesNotContain("activations");
    assertThat(StudyFile.parse(yaml + "activations: float32\n", "study.yaml", base))
        .isEqualTo(study);
    Study halves = StudyFile.parse(yaml + "activations: float16\n", "study.yaml", base);
    assertThat(halves.activations()).isEqualTo(ActivationType.FLOAT16);
    assertThat(StudyFile.write(halves)).contains("\nactivations: float16\n");
    assertThat(halves.of(study.networks())).isEqualTo(halves);
    assertThatThrownBy(() -> StudyFile.parse(yaml + "activations: bfloat16\n", "study.yaml", base))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "study.yaml:5: activations: found 'bfloat16'; did you mean 'float16'?"
                + " Possible: float32, float16");
  }

  @Test
  void styleAndCommentsMakeNoDifference() throws IOException {
    assertThat(good("grid-and-fold-file.yaml"))
        .isEqualTo(
            new Study(
                "grid",
                new DatasetSpec(
                    base.resolve("data").toString(), List.of(), StimulusSelection.SHARED, ""),
                List.of(
                    new NetworkSpec(
                        "efficientnet_b0",
                        new BuiltIn("efficientnet_b0", ""),
                        new Untrained(0),
                        null,
                        null,
                        Map.of())),
                Preprocessing.WHOLE_IMAGE,
                SplitSpec.DEFAULT,
                new EncodingSpec(new Ridge(List.of(0.01, 0.1, 1.0, 10.0, 100.0)), Scaling.FEATURE),
                new FoldFile(base.resolve("folds.csv")),
                null,
                null,
                null));
  }

  @Test
  void layersKeepTheOrderOfTheFile() throws IOException {
    // Given
    List<NetworkSpec> networks = good("everything.yaml").networks();
    // Then
    assertThat(networks.get(0).layers().keySet()).containsExactly("early", "middle", "late");
    assertThat(networks.get(7).layers().keySet()).containsExactly("late", "early");
  }

  @Test
  void defaultsOfTheSectionsAreThoseOfTheRecords() {
    // Given a study whose sections are there but empty
    String yaml =
        "study: mine\ndataset: {algonauts: data}\nnetworks: [{onnx: network.onnx}]\n"
            + "layers: {early: a}\nsplit: {}\nencoding: {}\nvalidation: {}\n";
    // When
    Study study = StudyFile.parse(yaml, "study.yaml", base);
    // Then
    assertThat(study.split()).isEqualTo(SplitSpec.DEFAULT);
    assertThat(study.encoding()).isEqualTo(EncodingSpec.DEFAULT);
    assertThat(study.encoding().regression()).isEqualTo(new Ridge(AlphaGrid.DEFAULT));
    assertThat(study.validation()).isEqualTo(new KFold(10, 0));
  }

  @Test
  void pathsAreRelativeToTheFolderOfTheFile() throws IOException {
    // Given
    Path file = base.resolve("runs/study.yaml");
    Files.writeString(
        file,
        "\uFEFFstudy: mine\r\ndataset: {algonauts: ../data}\r\n"
            + "networks: [{onnx: ../network.onnx}]\r\nlayers: {früh_1: a}\r\n");
    // Then
    assertThatThrownBy(() -> StudyFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(
            file
                + ":4: layers.früh_1: found the label 'früh_1'; possible: 1 to 64 letters,"
                + " digits, '_' or '-'");
    // When
    Files.writeString(file, Files.readString(file).replace("ü", "ue"));
    // Then
    assertThat(StudyFile.read(file).dataset().algonauts())
        .isEqualTo(base.resolve("data").toString());
  }

  @Test
  void checkpointsAreFoundBelowSeveralFoldersAndByAbsolutePattern() {
    assertThat(checkpoints("runs/*/model.pth")).containsExactly("e-model");
    assertThat(checkpoints("./runs/epoch-?.pth")).containsExactly("e-epoch-1", "e-epoch-9");
    assertThat(checkpoints(base + "/runs/epoch-1*")).containsExactly("e-epoch-1", "e-epoch-10");
    assertThat(checkpoints("runs/epoch-9.pth")).containsExactly("e-epoch-9");
  }

  private List<String> checkpoints(String pattern) {
    String yaml =
        "study: mine\ndataset: {algonauts: data}\nnetworks:\n"
            + "- {name: e, architecture: efficientnet_b0, checkpoints: '"
            + pattern
            + "'}\n";
    return StudyFile.parse(yaml, "study.yaml", base).networks().stream()
        .map(NetworkSpec::name)
        .toList();
  }

  @Test
  void oneOfSeveralSetsOfWeightsIsChosenByName() {
    String b0 = base.resolve("b0.safetensors").toString();
    assertThat(source("weights: {file: b0.safetensors, set: model_ema}"))
        .isEqualTo(new BuiltIn("efficientnet_b0", b0, "model_ema"));
    assertThat(source("weights: {file: b0.safetensors}"))
        .isEqualTo(new BuiltIn("efficientnet_b0", b0));
    assertThat(source("checkpoints: {files: runs/epoch-1.pth, set: a.b}"))
        .isEqualTo(
            new BuiltIn("efficientnet_b0", base.resolve("runs/epoch-1.pth").toString(), "a.b"));
    assertThatThrownBy(() -> source("weights: b0.safetensors#model_ema"))
        .hasMessageContaining("networks[0].weights: found 'b0.safetensors#model_ema'; possible:")
        .hasMessageContaining("{file: FILE, set: SET}");
    assertThatThrownBy(() -> source("weights: {set: model_ema}"))
        .hasMessageContaining("networks[0].weights.file: missing; possible: an existing .pth");
    assertThatThrownBy(() -> source("weights: {file: b0.safetensors, sett: x}"))
        .hasMessageContaining("did you mean 'set'?");
  }

  private NetworkSource source(String weights) {
    String yaml =
        "study: mine\ndataset: {algonauts: data}\nnetworks:\n- {architecture: efficientnet_b0, "
            + weights
            + "}\n";
    return StudyFile.parse(yaml, "study.yaml", base).networks().get(0).source();
  }

  private Study good(String name) throws IOException {
    try (InputStream in = StudyFileTest.class.getResourceAsStream("good/" + name)) {
      assertThat(in).isNotNull();
      return StudyFile.parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), "study.yaml", base);
    }
  }

  private static NetworkSpec network(
      String name, String architecture, String weights, Map<String, String> layers) {
    return new NetworkSpec(
        name, new BuiltIn(architecture, weights), new Trained(), null, null, layers);
  }

  private static Map<String, String> layers(String... words) {
    Map<String, String> layers = new LinkedHashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      layers.put(words[i], words[i + 1]);
    }
    return layers;
  }
}
