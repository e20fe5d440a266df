package io.chiasm.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script of a checkout that was copied, renamed and changed. */
class StartScriptIT {
  private static final Path HOME = Path.of(System.getProperty("chiasm.home")).normalize();
  private static final Set<String> HEAVY = Set.of("quarkus-app", "test-classes", ".git");
  private static final long MINUTES = 3;

  private static Path copy = Path.of("");
  private static Path programs = Path.of("");

  @BeforeAll
  static void aCheckoutIsCopied(@TempDir Path folder) throws Exception {
    programs = Files.createDirectories(folder.resolve("programs"));
    // Notes what the checkout was built from.
    assertThat(run(HOME.resolve("chiasm"), System.getenv("PATH"), "--version").code).isZero();
    copy = folder.resolve("my cöpy 2");
    copy(HOME, copy);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path name = folder.getFileName();
            boolean results = folder.equals(from.resolve("results"));
            if (results || (name != null && HEAVY.contains(name.toString()))) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(folder)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private record Run(int code, String output) {}

  private static Run run(Path script, String path, String... arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of("/bin/sh", script.toString()));
    line.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().put("PATH", path);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("CHIASM_JAVA_OPTIONS", "-XshowSettings:properties");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
    return new Run(process.exitValue(), output);
  }

  /** The system's programs, but no Maven. */
  private static String withoutMaven() throws IOException {
    for (String folder : System.getenv("PATH").split(":")) {
      if (Files.isDirectory(Path.of(folder))) {
        try (var entries = Files.list(Path.of(folder))) {
          for (Path program : entries.filter(p -> !p.endsWith("mvn")).toList()) {
            Path link = programs.resolve(program.getFileName());
            if (Files.notExists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
              Files.createSymbolicLink(link, program);
            }
          }
        }
      }
    }
    return programs.toString();
  }

  @Test
  void aCopyRunsItsOwnJarsAndIsNotBuiltAgain() throws Exception {
    Run run = run(copy.resolve("chiasm"), withoutMaven(), "--version");
    assertThat(run.code).as(run.output).isZero();
    assertThat(run.output)
        .contains(copy + "/contracts/target/", copy + "/deploy/local/target/")
        .doesNotContain(HOME + "/contracts/target/");
  }

  @Test
  void aLinkFromElsewhereLeadsToIt() throws Exception {
    Path link = Files.createSymbolicLink(programs.resolve("linked"), copy.resolve("chiasm"));
    Run run = run(link, withoutMaven(), "--version");
    assertThat(run.code).as(run.output).isZero();
  }

  @Test
  void aChangeInATestDoesNotBuildItAgain() throws Exception {
    Path test = copy.resolve("contracts/src/test/java/Changed.java");
    Files.writeString(test, "class Changed {}");
    Run run = run(copy.resolve("chiasm"), withoutMaven(), "--version");
    assertThat(run.code).as(run.output).isZero();
  }

  @Test
  void aChangeInTheProductDoes() throws Exception {
    Path product = copy.resolve("contracts/src/main/resources/changed.properties");
    Files.createDirectories(product.getParent());
    Files.writeString(product, "changed=yes");
    try {
      Run run = run(copy.resolve("chiasm"), withoutMaven(), "--version");
      assertThat(run.code).as(run.output).isOne();
      assertThat(run.output).contains("there is no Maven ('mvn'): install Maven 3.8 or later");
    } finally {
      Files.delete(product);
    }
  }

  @Test
  void aDistributionNeedsNeitherSourcesNorMaven(@TempDir Path folder) throws Exception {
    Path distribution = folder.resolve("my dïst 1");
    Path lib = Files.createDirectories(distribution.resolve("lib"));
    Files.copy(HOME.resolve("chiasm"), distribution.resolve("chiasm"));
    List<String> names = new ArrayList<>();
    for (Path jar : jars()) {
      Files.createSymbolicLink(lib.resolve(jar.getFileName()), jar);
      names.add(jar.getFileName().toString());
    }
    Files.write(lib.resolve("classpath.txt"), names);
    Run run = run(distribution.resolve("chiasm"), withoutMaven(), "--version");
    assertThat(run.code).as(run.output).isZero();
    assertThat(run.output)
        .contains("chiasm 0", lib.toString())
        .doesNotContain(HOME + "/deploy/local/target/");
  }

  /** The class path of the checkout, the command line's own jar first. */
  private static List<Path> jars() throws IOException {
    Path target = HOME.resolve("deploy/local/target");
    List<Path> jars = new ArrayList<>();
    try (var files = Files.newDirectoryStream(target, "chiasm-local-*.jar")) {
      files.forEach(jars::add);
    }
    for (String jar : Files.readString(target.resolve("dependencies.txt")).strip().split(":")) {
      jars.add(Path.of(jar));
    }
    return jars;
  }
}
