package io.chiasm.contracts.shell.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.AlphaGrid;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.Callosum.Gates;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.study.InputSize;
import io.chiasm.contracts.study.NetworkDetails;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.SplitSpec.At;
import io.chiasm.contracts.study.SplitSpec.Control;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.TrainingPoint;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.VertexSpec;
import io.chiasm.contracts.study.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A law: parsing what was written gives the study that was written. */
class StudyRoundTripTest {
  private static final int STUDIES = 500;

  /** Tensor names that YAML would take for something else. */
  private static final List<String> TENSORS =
      List.of(
          "features.2",
          "495",
          "1e-4",
          "null",
          "~",
          "true",
          "no",
          "- a",
          "# a",
          "a: b",
          "a #b",
          "'",
          "\"",
          "*a",
          "&a",
          "!a",
          "%a",
          "@a",
          "`a",
          "[a",
          "{a",
          "a, b",
          "|",
          ">",
          "?",
          "<<",
          "=",
          "0x1F",
          ".inf",
          "2026-01-01",
          "/model/stage3/Add_output_0",
          "schön",
          "層",
          "a\\nb",
          " a",
          "a ",
          "s3://x",
          "😀",
          "--- a",
          "...");

  private final Random random = new Random(20231);

  @Test
  void writtenStudiesParseToEqualStudies(@TempDir Path folder) throws IOException {
    // Given
    Path base = StudyFolder.in(folder);
    for (int i = 0; i < STUDIES; i++) {
      Study study = study(base);
      // When
      String yaml = StudyFile.write(study);
      Study parsed = StudyFile.parse(yaml, "study.yaml", Path.of("/elsewhere"));
      // Then
      assertThat(parsed).as(yaml).isEqualTo(study);
      assertThat(StudyFile.write(parsed)).isEqualTo(yaml);
      for (int n = 0; n < study.networks().size(); n++) {
        assertThat(parsed.networks().get(n).layers().keySet())
            .containsExactlyElementsOf(study.networks().get(n).layers().keySet());
      }
    }
  }

  private Study study(Path base) {
    List<NetworkSpec> networks = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(4); i++) {
      networks.add(network(base, one(List.of("a", "B-", "x.", "seed_")) + i));
    }
    return new Study(
        one(List.of("mine", "2023", "1e5", "null", "true", "a..b", "x-_-y")),
        dataset(base),
        networks,
        one(List.of(Preprocessing.values())),
        one(List.of(ActivationType.values())),
        split(),
        new EncodingSpec(regression(), one(List.of(Scaling.values()))),
        validation(base),
        maybe(semantic(base)),
        maybe(base.resolve("fsaverage")),
        maybe(
            new VertexSpec(
                new ParticipantId(one(List.of("subj01", "8", "null"))),
                one(List.of(Hemisphere.values())),
                random.nextInt(40_000))));
  }

  private SemanticSpec semantic(Path base) {
    Path file = base.resolve("categories.csv");
    return one(
        List.of(
            new SemanticSpec.CategoryFile(file),
            new SemanticSpec.CroppedCoco(file, List.of(file, base.resolve("folds.csv")))));
  }

  private DatasetSpec dataset(Path base) {
    return new DatasetSpec(
        one(List.of(base.resolve("data").toString(), "s3://bucket/a/b.c", "s3://bucket")),
        one(List.of(List.of(), List.of("subj01"), List.of("8", "null", "subj-02"))),
        one(List.of(StimulusSelection.values())),
        one(List.of("", base.resolve("data/ceiling.npy").toString())));
  }

  private NetworkSpec network(Path base, String name) {
    boolean trained = random.nextBoolean();
    Weights weights =
        trained ? new Weights.Trained() : new Weights.Untrained(random.nextLong(1L << 32));
    boolean onnx = random.nextBoolean();
    String file = one(List.of("IMAGENET1K_V1", base.resolve("b0.safetensors").toString()));
    NetworkSource source =
        onnx
            ? new NetworkSource.Onnx(base.resolve(one(List.of("my network.onnx", "network.onnx"))))
            : builtIn(trained ? file : "");
    Normalisation odd =
        new Normalisation(
            List.of(random.nextDouble(), 0.0, 1.0), List.of(1.0, random.nextDouble(1e-9, 1), 0.1));
    return new NetworkSpec(
        name,
        source,
        weights,
        maybe(one(List.of(Normalisation.IMAGENET, odd))),
        onnx ? maybe(new InputSize(1 + random.nextInt(8192), 1 + random.nextInt(512))) : null,
        maybe(random.nextDouble() * 100),
        random.nextBoolean() ? layers() : Map.of(),
        new NetworkDetails(
            random.nextBoolean(), maybe(one(List.of("lite", "1e5", "true"))), maybe(point())));
  }

  private TrainingPoint point() {
    return new TrainingPoint(
        one(List.of("small", "1", "null")),
        random.nextInt(1_000_000_000),
        maybe(random.nextDouble() * 100));
  }

  private NetworkSource builtIn(String weights) {
    String set = weights.startsWith("/") ? one(List.of("", "model_ema", "a.b", "null", "1")) : "";
    return new NetworkSource.BuiltIn("efficientnet_b0", weights, set);
  }

  private Map<String, String> layers() {
    Map<String, String> layers = new LinkedHashMap<>();
    List<String> labels = List.of("null", "early", "1", "0x2", "-", "yes", "1e3", "_z");
    for (int i = 0; i <= random.nextInt(5); i++) {
      layers.put(one(labels), one(TENSORS));
    }
    return layers;
  }

  private SplitSpec split() {
    At at = one(List.of(At.values()));
    Gates gates = one(List.of(Gates.values()));
    List<Callosum> callosa =
        at == At.ARCHITECTURE
            ? List.of(
                    new Callosum(null, gates),
                    new Callosum(one(TENSORS), gates),
                    new Callosum("last", gates))
                .subList(random.nextInt(2), 2 + random.nextInt(2))
            : List.of();
    return new SplitSpec(
        at,
        one(List.of(Midline.values())),
        controls(at).subList(random.nextInt(3), 2 + random.nextInt(3)),
        callosa);
  }

  private List<Control> controls(At at) {
    List<Control> controls =
        new ArrayList<>(
            Stream.of(Control.values()).filter(control -> !control.repeats(at)).toList());
    Collections.shuffle(controls, random);
    return controls;
  }

  private Regression regression() {
    double from = Math.pow(10, random.nextInt(-300, 300) + random.nextDouble());
    return switch (random.nextInt(3)) {
      case 0 -> new Regression.PcaOls(1 + random.nextInt(1000));
      case 1 -> new Regression.Ridge(AlphaGrid.logSpaced(from, from * 1e5, 7));
      default -> new Regression.Ridge(AlphaGrid.DEFAULT);
    };
  }

  private ValidationSpec validation(Path base) {
    long seed = random.nextLong(1L << 32);
    return switch (random.nextInt(3)) {
      case 0 -> new ValidationSpec.KFold(2 + random.nextInt(99), seed);
      case 1 -> new ValidationSpec.Holdout(random.nextDouble(1e-12, 1), seed);
      default -> new ValidationSpec.FoldFile(base.resolve("folds.csv"));
    };
  }

  private <T> T one(List<T> values) {
    return values.get(random.nextInt(values.size()));
  }

  private <T> @Nullable T maybe(T value) {
    return random.nextBoolean() ? value : null;
  }
}
