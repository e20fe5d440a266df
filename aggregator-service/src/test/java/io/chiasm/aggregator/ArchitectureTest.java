package io.chiasm.aggregator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.testing.LayerRules;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends LayerRules {
  ArchitectureTest() {
    super("io.chiasm.aggregator", Studies.class);
  }

  @Override
  protected List<String> shell() {
    return List.of(
        "config",
        "reporting",
        "study",
        "results",
        "access",
        "upload",
        "health",
        "kafka",
        "rest",
        "wiring");
  }

  @Override
  protected List<String> fileReaders() {
    return List.of();
  }

  @Test
  void librariesHaveOneImporterEach() {
    onlyIn("io.chiasm.aggregator.shell.rest..", "jakarta.ws.rs..");
    onlyIn("io.chiasm.aggregator.shell.kafka..", "org.eclipse.microprofile.reactive.messaging..");
  }

  @Test
  void noOtherServiceIsUsed() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.chiasm.extractor..",
            "io.chiasm.encoder..",
            "io.chiasm.extraction..",
            "io.chiasm.encoding..",
            "io.chiasm.local..")
        .check(module());
  }
}
