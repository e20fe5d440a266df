package io.chiasm.contracts.shell.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.shell.data.StudyPaths.Named;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.DatasetSpec;
import io.chiasm.contracts.study.DatasetSpec.StimulusSelection;
import io.chiasm.contracts.study.EncodingSpec;
import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.NetworkSpec;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.SemanticSpec;
import io.chiasm.contracts.study.SplitSpec;
import io.chiasm.contracts.study.Study;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.study.Weights;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StudyPathsTest {
  /** Between them, every place of a study that can hold a path. */
  private static final List<Study> STUDIES =
      List.of(
          study(
              new SemanticSpec.CategoryFile(Path.of("/in/categories.csv")),
              new ValidationSpec.FoldFile(Path.of("/in/folds.csv"))),
          study(
              new SemanticSpec.CroppedCoco(
                  Path.of("/in/nsd.csv"), List.of(Path.of("/in/a.json"), Path.of("/in/b.json"))),
              ValidationSpec.DEFAULT));

  private static Study study(SemanticSpec semantic, ValidationSpec validation) {
    return new Study(
        "mine",
        new DatasetSpec("/in/data", List.of(), StimulusSelection.ALL, "/in/ceilings"),
        List.of(
            network("onnx", new NetworkSource.Onnx(Path.of("/in/net.onnx"))),
            network("file", new NetworkSource.BuiltIn("b0", "/in/weights.pth", "ema")),
            network("known", new NetworkSource.BuiltIn("b0", "IMAGENET1K_V1"))),
        Preprocessing.WHOLE_IMAGE,
        ActivationType.FLOAT16,
        SplitSpec.DEFAULT,
        EncodingSpec.DEFAULT,
        validation,
        semantic,
        Path.of("/in/surface"),
        null);
  }

  private static NetworkSpec network(String name, NetworkSource source) {
    return new NetworkSpec(name, source, new Weights.Trained(), null, null, null, Map.of("a", "b"));
  }

  @Test
  void eachPathComesWithItsKey() {
    assertThat(StudyPaths.all(STUDIES.get(0)))
        .extracting(Named::key)
        .containsExactly(
            "dataset.algonauts",
            "dataset.noise_ceiling",
            "networks[onnx].onnx",
            "networks[file].weights",
            "validation.folds",
            "semantic",
            "surface");
    assertThat(StudyPaths.all(STUDIES.get(1)))
        .extracting(Named::key)
        .contains("semantic.nsd", "semantic.coco");
  }

  @Test
  void noPathIsForgotten() {
    for (Study study : STUDIES) {
      List<String> found = new ArrayList<>();
      walk(study, found, new TreeSet<>());
      assertThat(StudyPaths.all(study))
          .extracting(named -> named.path().toString())
          .containsExactlyInAnyOrderElementsOf(found);
    }
  }

  /** Without it a new component could be forgotten here as well. */
  @Test
  void theseStudiesHoldEveryComponentThatCanBeAPath() {
    Set<String> possible = new TreeSet<>();
    components(Study.class, possible, new HashSet<>());
    Set<String> seen = new TreeSet<>();
    STUDIES.forEach(study -> walk(study, new ArrayList<>(), seen));
    assertThat(possible).isNotEmpty().isSubsetOf(seen);
  }

  @Test
  void mappingReplacesAllOfThemAndNothingElse() {
    for (Study study : STUDIES) {
      Study moved = StudyPaths.map(study, path -> Path.of("/moved" + path));
      assertThat(StudyPaths.all(moved))
          .extracting(named -> named.path().toString())
          .allMatch(path -> path.startsWith("/moved/in/"));
      assertThat(StudyPaths.map(moved, path -> Path.of(path.toString().substring(6))))
          .isEqualTo(study);
    }
  }

  @Test
  void aFolderMayBecomeOneInABucket() {
    Study moved = StudyPaths.map(STUDIES.get(0), path -> DataPath.of("s3://data" + path));
    assertThat(moved.dataset().algonauts()).isEqualTo("s3://data/in/data");
    assertThat(StudyPaths.all(moved))
        .extracting(named -> named.path().toString())
        .allMatch(path -> path.startsWith("s3://data/in/"));
  }

  /** Collects values that are paths, by type or by their text. */
  private static void walk(@Nullable Object value, List<String> found, Set<String> seen) {
    if (value instanceof Path || (value instanceof String text && text.startsWith("/"))) {
      found.add(value.toString());
    } else if (value instanceof Collection<?> many) {
      many.forEach(one -> walk(one, found, seen));
    } else if (value instanceof Optional<?> maybe) {
      walk(maybe.orElse(null), found, seen);
    } else if (value instanceof Record) {
      for (RecordComponent component : value.getClass().getRecordComponents()) {
        int before = found.size();
        walk(read(component, value), found, seen);
        if (found.size() > before) {
          seen.add(name(component));
        }
      }
    }
  }

  private static Object read(RecordComponent component, Object of) {
    try {
      return component.getAccessor().invoke(of);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static void components(Type type, Set<String> found, Set<Type> visited) {
    if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        components(argument, found, visited);
      }
    } else if (type instanceof Class<?> kind && visited.add(kind)) {
      if (kind.isSealed()) {
        for (Class<?> permitted : kind.getPermittedSubclasses()) {
          components(permitted, found, visited);
        }
      } else if (kind.isRecord()) {
        for (RecordComponent component : kind.getRecordComponents()) {
          if (component.getGenericType().getTypeName().contains(Path.class.getName())) {
            found.add(name(component));
          }
          components(component.getGenericType(), found, visited);
        }
      }
    }
  }

  private static String name(RecordComponent component) {
    return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
  }
}
