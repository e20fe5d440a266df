package io.chiasm.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Rules of a module with a core, which is plain Java and always gives the same for the same, and a
 * shell, {@code root.shell}, which knows frameworks, files and the time.
 */
public abstract class LayerRules extends ModuleRules {
  private static final String SHELL = "..shell..";
  private static final String[] FRAMEWORKS = {
    "io.quarkus..",
    "jakarta..",
    "io.smallrye..",
    "io.vertx..",
    "io.micrometer..",
    "io.opentelemetry..",
    "org.eclipse.microprofile..",
    "org.apache.kafka..",
    "io.minio..",
    "okhttp3..",
    "ai.djl..",
    "ai.onnxruntime..",
    "com.fasterxml..",
    "io.cloudevents..",
    "org.snakeyaml..",
    "org.jboss..",
    "org.slf4j.."
  };

  protected LayerRules(String root, Class<?> member) {
    super(root, member);
  }

  /**
   * Packages of the shell without the root's name, lowest first: none may use one that comes later.
   */
  protected abstract List<String> shell();

  /** Packages of the core, without the root's name, whose matter is files. */
  protected abstract List<String> fileReaders();

  @Test
  void theCoreKnowsNoFramework() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHELL)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(FRAMEWORKS)
        .allowEmptyShould(true)
        .check(module());
  }

  @Test
  void theCoreDoesNotKnowTheShell() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHELL)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(SHELL)
        .allowEmptyShould(true)
        .check(module());
  }

  @Test
  void theCoreNeitherReadsClocksNorMakesRandomness() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHELL)
        .should()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(InstantSource.class, "system")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(RandomGenerator.class, "getDefault")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .allowEmptyShould(true)
        .check(module());
  }

  /** A path may be named anywhere; only those whose matter it is look what is there. */
  @Test
  void theCoreOpensNoFilesExceptWhereThatIsItsMatter() {
    String[] readers = fileReaders().stream().map(this::inRoot).toArray(String[]::new);
    noClasses()
        .that()
        .resideOutsideOfPackage(SHELL)
        .and()
        .resideOutsideOfPackages(readers)
        .should()
        .dependOnClassesThat()
        .haveNameMatching(
            "java\\.nio\\.file\\.Files|java\\.nio\\.channels\\.FileChannel"
                + "|java\\.io\\.(File|RandomAccessFile|File(In|Out)putStream|File(Reader|Writer))")
        .allowEmptyShould(true)
        .check(module());
  }

  @Test
  void theShellHasADirection() {
    List<String> order = shell();
    String under = root() + ".shell.";
    assertThat(
            module().stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith(under))
                .map(name -> name.substring(under.length()))
                .collect(Collectors.toSet()))
        .as("packages of the shell, each of which has its place in the order")
        .containsExactlyInAnyOrderElementsOf(order);
    for (int i = 0; i + 1 < order.size(); i++) {
      String[] above =
          order.subList(i + 1, order.size()).stream()
              .map(name -> under + name)
              .toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(under + order.get(i))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(above)
          .check(module());
    }
  }

  private String inRoot(String name) {
    return root() + "." + name;
  }
}
