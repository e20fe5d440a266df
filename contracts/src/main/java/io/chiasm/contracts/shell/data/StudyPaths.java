package io.chiasm.contracts.shell.data;

import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Every file and folder that a study names. It lies beside {@link DataPath} because a study keeps
 * some of them as text, which may name a bucket.
 */
public final class StudyPaths {
  /**
   * One of them.
   *
   * @param key where the study file names it, such as {@code dataset.algonauts} or {@code
   *     networks[mine].onnx}; networks go by name, since an entry may stand for several
   * @param path absolute
   */
  public record Named(String key, Path path) {}

  /** What becomes of a path. */
  private interface Change {
    Path of(String key, Path path);

    default String of(String key, String path) {
      return of(key, DataPath.of(path)).toString();
    }
  }

  private StudyPaths() {}

  /** All of them, in the order of the study file; one that is named twice comes twice. */
  public static List<Named> all(Study study) {
    List<Named> all = new ArrayList<>();
    changed(
        study,
        (key, path) -> {
          all.add(new Named(key, path));
          return path;
        });
    return List.copyOf(all);
  }

  /** The study with each path replaced. */
  public static Study map(Study study, UnaryOperator<Path> change) {
    return changed(study, (key, path) -> change.apply(path));
  }

  private static Study changed(Study study, Change change) {
    return new Study(
        study.name(),
        dataset(study.dataset(), change),
        study.networks().stream().map(network -> network(network, change)).toList(),
        study.preprocessing(),
        study.activations(),
        study.split(),
        study.encoding(),
        validation(study.validation(), change),
        semantic(study.semantic(), change),
        study.surface() == null ? null : change.of("surface", study.surface()),
        study.vertex());
  }

  private static DatasetSpec dataset(DatasetSpec dataset, Change change) {
    String ceiling = dataset.noiseCeiling();
    return new DatasetSpec(
        change.of("dataset.algonauts", dataset.algonauts()),
        dataset.participants(),
        dataset.stimuli(),
        ceiling.isEmpty() ? ceiling : change.of("dataset.noise_ceiling", ceiling));
  }

  private static NetworkSpec network(NetworkSpec network, Change change) {
    return network.from(source("networks[" + network.name() + "]", network.source(), change));
  }

  private static NetworkSource source(String key, NetworkSource source, Change change) {
    if (source instanceof NetworkSource.Onnx onnx) {
      return new NetworkSource.Onnx(change.of(key + ".onnx", onnx.file()));
    }
    if (source instanceof NetworkSource.BuiltIn builtIn && builtIn.hasFile()) {
      return new NetworkSource.BuiltIn(
          builtIn.architecture(), change.of(key + ".weights", builtIn.weights()), builtIn.set());
    }
    return source;
  }

  private static ValidationSpec validation(ValidationSpec validation, Change change) {
    return validation instanceof ValidationSpec.FoldFile folds
        ? new ValidationSpec.FoldFile(change.of("validation.folds", folds.file()))
        : validation;
  }

  private static @Nullable SemanticSpec semantic(@Nullable SemanticSpec semantic, Change change) {
    if (semantic instanceof SemanticSpec.CategoryFile categories) {
      return new SemanticSpec.CategoryFile(change.of("semantic", categories.file()));
    }
    if (semantic instanceof SemanticSpec.CroppedCoco cropped) {
      return new SemanticSpec.CroppedCoco(
          change.of("semantic.nsd", cropped.stimuli()),
          cropped.annotations().stream().map(file -> change.of("semantic.coco", file)).toList());
    }
    return semantic;
  }
}
