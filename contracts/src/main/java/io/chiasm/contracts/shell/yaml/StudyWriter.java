package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.Callosum;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.Labelled;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.TrainingPoint;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.VertexSpec;
import io.chiasm.contracts.study.Weights;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** A study as YAML with nothing left to defaults. */
final class StudyWriter {
  private static final DumpSettings SETTINGS =
      DumpSettings.builder()
          .setSchema(new CoreSchema())
          .setDefaultFlowStyle(FlowStyle.AUTO)
          .setDereferenceAliases(true)
          .setIndent(2)
          .setWidth(100)
          .setSplitLines(false)
          .build();

  private StudyWriter() {}

  static String write(Study study) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("study", study.name());
    yaml.put("dataset", dataset(study.dataset()));
    yaml.put("networks", study.networks().stream().map(StudyWriter::network).toList());
    yaml.put("preprocessing", study.preprocessing().label());
    if (study.activations() != ActivationType.FLOAT32) {
      yaml.put("activations", study.activations().label());
    }
    yaml.put("split", split(study.split()));
    yaml.put("encoding", encoding(study.encoding()));
    yaml.put("validation", validation(study.validation()));
    yaml.put("semantic", semantic(study.semantic()));
    yaml.put("surface", orNone(study.surface()));
    yaml.put("vertex", vertex(study.vertex()));
    return new Dump(SETTINGS).dumpToString(yaml);
  }

  private static Map<String, Object> dataset(DatasetSpec dataset) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("algonauts", dataset.algonauts());
    yaml.put("participants", dataset.participants().isEmpty() ? "all" : dataset.participants());
    yaml.put("stimuli", dataset.stimuli().label());
    yaml.put(
        "noise_ceiling",
        dataset.noiseCeiling().isEmpty() ? StudyReader.NONE : dataset.noiseCeiling());
    return yaml;
  }

  private static Map<String, Object> network(NetworkSpec network) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("name", network.name());
    Object trained = "trained";
    if (network.source() instanceof NetworkSource.Published published) {
      yaml.put("catalogue", published.catalogue());
    } else if (network.source() instanceof NetworkSource.Onnx onnx) {
      yaml.put("onnx", onnx.file().toString());
    } else if (network.source() instanceof NetworkSource.BuiltIn builtIn) {
      yaml.put("architecture", builtIn.architecture());
      trained =
          builtIn.set().isEmpty()
              ? builtIn.weights()
              : new TreeMap<>(Map.of("file", builtIn.weights(), "set", builtIn.set()));
    }
    if (network.weights() instanceof Weights.Untrained untrained) {
      yaml.put("weights", "untrained");
      yaml.put("seed", untrained.seed());
    } else if (!(network.source() instanceof NetworkSource.Published)) {
      yaml.put("weights", trained);
    }
    yaml.put("normalisation", normalisation(network.normalisation()));
    if (network.inputSize() != null) {
      yaml.put("input_size", List.of(network.inputSize().height(), network.inputSize().width()));
    }
    if (network.imagenetAcc1() != null) {
      yaml.put("imagenet_acc1", network.imagenetAcc1());
    }
    if (network.details().family() != null) {
      yaml.put("family", network.details().family());
    }
    TrainingPoint point = network.details().point();
    if (point != null) {
      yaml.put("series", point.series());
      yaml.put("epoch", point.epoch());
      if (point.accuracy() != null) {
        yaml.put("accuracy", point.accuracy());
      }
    }
    if (network.details().optional()) {
      yaml.put("optional", true);
    }
    if (!network.layers().isEmpty()) {
      yaml.put("layers", network.layers());
    }
    return yaml;
  }

  private static Object normalisation(@Nullable Normalisation normalisation) {
    if (normalisation == null) {
      return NormalisationReader.OWN;
    }
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("mean", normalisation.mean());
    yaml.put("std", normalisation.std());
    return normalisation.equals(Normalisation.IMAGENET) ? "imagenet" : yaml;
  }

  private static Map<String, Object> split(SplitSpec split) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("at", split.at().label());
    if (split.at() == SplitSpec.At.ARCHITECTURE) {
      List<String> callosa = split.callosa().stream().map(Callosum::label).toList();
      yaml.put("callosum", callosa.size() == 1 ? callosa.get(0) : callosa);
      if (split.gates() != Callosum.Gates.OWN) {
        yaml.put("gates", split.gates().label());
      }
    }
    yaml.put("midline", split.midline().label());
    yaml.put("controls", split.controls().stream().map(Labelled::label).toList());
    return yaml;
  }

  private static Map<String, Object> encoding(EncodingSpec encoding) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("regression", encoding.regression().label());
    if (encoding.regression() instanceof Regression.Ridge ridge) {
      yaml.put("alphas", ridge.alphas());
      yaml.put("gammas", ridge.gammas());
    } else if (encoding.regression() instanceof Regression.PcaOls pcaOls) {
      yaml.put("components", pcaOls.components());
    }
    yaml.put("scaling", encoding.scaling().label());
    return yaml;
  }

  private static Map<String, Object> validation(ValidationSpec validation) {
    Map<String, Object> yaml = new LinkedHashMap<>();
    if (validation instanceof ValidationSpec.KFold kFold) {
      yaml.put("kfold", kFold.folds());
      yaml.put("seed", kFold.seed());
    } else if (validation instanceof ValidationSpec.Holdout holdout) {
      yaml.put("holdout", holdout.fraction());
      yaml.put("seed", holdout.seed());
    } else if (validation instanceof ValidationSpec.FoldFile foldFile) {
      yaml.put("folds", foldFile.file().toString());
    }
    return yaml;
  }

  private static Object vertex(@Nullable VertexSpec vertex) {
    if (vertex == null) {
      return VertexReader.BEST;
    }
    Map<String, Object> yaml = new LinkedHashMap<>();
    yaml.put("participant", vertex.participant().value());
    yaml.put("hemisphere", vertex.hemisphere().label());
    yaml.put("index", vertex.index());
    return yaml;
  }

  private static Object semantic(@Nullable SemanticSpec semantic) {
    if (semantic instanceof SemanticSpec.CategoryFile categories) {
      return categories.file().toString();
    }
    if (semantic instanceof SemanticSpec.CroppedCoco cropped) {
      Map<String, Object> yaml = new LinkedHashMap<>();
      yaml.put("nsd", cropped.stimuli().toString());
      yaml.put("coco", cropped.annotations().stream().map(Path::toString).toList());
      return yaml;
    }
    return StudyReader.NONE;
  }

  private static String orNone(@Nullable Path path) {
    return path == null ? StudyReader.NONE : path.toString();
  }
}
