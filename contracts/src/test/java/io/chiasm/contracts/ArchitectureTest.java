package io.chiasm.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import io.chiasm.contracts.shell.minio.MinioStore;
import io.chiasm.testing.LayerRules;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  /** Words and values that everything else is said in. */
  private static final String[] VOCABULARY = {
    "io.chiasm.contracts.brain..",
    "io.chiasm.contracts.failure..",
    "io.chiasm.contracts.random..",
    "io.chiasm.contracts.store..",
    "io.chiasm.contracts.tensor..",
    "io.chiasm.contracts.message..",
    "io.chiasm.contracts.study.."
  };

  ArchitectureTest() {
    super("io.chiasm.contracts", MinioStore.class);
  }

  @Override
  protected List<String> shell() {
    return List.of(
        "secret",
        "tls",
        "telemetry",
        "json",
        "bucket",
        "minio",
        "kafka",
        "data",
        "yaml",
        "service");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of("folder", "store", "tensor");
  }

  @Test
  void clientsAndFormatsHaveOneImporterEach() {
    onlyIn("io.chiasm.contracts.shell.minio..", "io.minio..", "okhttp3..");
    onlyIn("io.chiasm.contracts.shell.kafka..", "org.apache.kafka..");
    onlyIn("io.chiasm.contracts.shell.json..", "com.fasterxml..", "io.cloudevents..");
    onlyIn("io.chiasm.contracts.shell.yaml..", "org.snakeyaml..");
    onlyIn("io.chiasm.contracts.csv..", "org.apache.commons.csv..");
  }

  @Test
  void theVocabularyNeedsTheJdkAndNullnessAlone() {
    classes()
        .that()
        .resideInAnyPackage(VOCABULARY)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            Stream.of(VOCABULARY, new String[] {"java..", "org.jspecify.."})
                .flatMap(Arrays::stream)
                .toArray(String[]::new))
        .check(module());
  }
}
