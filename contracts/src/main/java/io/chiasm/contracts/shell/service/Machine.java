package io.chiasm.contracts.shell.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine that this process runs on. */
public final class Machine {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");
  private static final int LONGEST_MODEL = 120;

  /** What decides how long work takes, in words: processors that the process may use and model. */
  private static final String KIND =
      kind(
          System.getProperty("os.arch", "unknown"),
          Runtime.getRuntime().availableProcessors(),
          model(PROCESSORS));

  private Machine() {}

  /** Such as {@code amd64, 2 processors, Intel(R) Xeon(R) Platinum 8481C CPU @ 2.70GHz}. */
  public static String kind() {
    return KIND;
  }

  static String kind(String architecture, int processors, Optional<String> model) {
    String count = processors == 1 ? "1 processor" : processors + " processors";
    return architecture + ", " + count + model.map(name -> ", " + name).orElse("");
  }

  /** The first processor's model as the system names it; empty where it does not say. */
  static Optional<String> model(Path processors) {
    try (Stream<String> lines = Files.lines(processors, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith("model name"))
          .map(line -> line.substring(line.indexOf(':') + 1))
          .map(name -> name.replaceAll("[^ -~]", "").strip())
          .filter(name -> !name.isEmpty())
          .map(name -> name.substring(0, Math.min(name.length(), LONGEST_MODEL)))
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
