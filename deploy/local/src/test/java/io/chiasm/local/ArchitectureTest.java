package io.chiasm.local;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.chiasm.local.stack.LocalStack;
import io.chiasm.testing.ModuleRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest extends ModuleRules {
  private static final String[] SERVICES = {
    "io.chiasm.aggregator..", "io.chiasm.encoder..", "io.chiasm.extractor..", "io.chiasm.service.."
  };

  private static final String[] LIBRARIES = {
    "io.chiasm.dataset..", "io.chiasm.networks..", "io.chiasm.report.."
  };

  /** What the command line may do by itself, or say to a server, of all that services can. */
  private static final String[] USED = {
    // What a server answers.
    "io.chiasm.aggregator.access",
    "io.chiasm.aggregator.health",
    "io.chiasm.aggregator.keeping",
    "io.chiasm.aggregator.progress",
    // chiasm plan and submit.
    "io.chiasm.aggregator.estimate",
    "io.chiasm.aggregator.plan",
    "io.chiasm.aggregator.shell.importing",
    "io.chiasm.aggregator.shell.reporting",
    // chiasm encode, and what a plan costs.
    "io.chiasm.encoder.encode",
    "io.chiasm.encoder.gram",
    "io.chiasm.encoder.work",
    // chiasm extract and recalibrate.
    "io.chiasm.extractor.extraction",
    "io.chiasm.extractor.image",
    "io.chiasm.extractor.preprocess",
    "io.chiasm.extractor.shell.djl"
  };

  ArchitectureTest() {
    super("io.chiasm.local", LocalStack.class);
  }

  @Test
  void serversCommandLineAndBarsHaveOneImporterEach() {
    onlyIn("io.chiasm.local.stack..", "kafka..", "org.apache.kafka.metadata..", "org.gaul..");
    onlyIn("io.chiasm.local.cli..", "picocli..");
    onlyIn("io.chiasm.local.progress..", "me.tongfei..");
  }

  @Test
  void theSimulationIsPlain() {
    noClasses()
        .that()
        .resideInAPackage("io.chiasm.local.simulate..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "javax.imageio..", "org.jspecify..", "io.chiasm..")
        .check(module());
  }

  @Test
  void theStackKnowsTheServicesAsProcessesOnly() {
    noClasses()
        .that()
        .resideInAPackage("io.chiasm.local.stack..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SERVICES)
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(LIBRARIES)
        .check(module());
  }

  /** A further package here is a decision; what it holds may then not change at will. */
  @Test
  void ofServicesOnlyTheseInsidesAreUsed() {
    noClasses()
        .should()
        .dependOnClassesThat(resideInAnyPackage(SERVICES).and(resideOutsideOfPackages(USED)))
        .check(module());
  }
}
