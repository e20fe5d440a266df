package io.chiasm.fuzz;

import io.chiasm.fuzz.seed.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs that are always tried: seeds, and what fuzzing found, as files of the repository. */
final class KeptInputs {
  private static final Path KEPT = Path.of("src/test/resources/kept");

  private KeptInputs() {}

  /** A target's inputs by name. */
  static Map<String, byte[]> of(Target target) throws IOException {
    Map<String, byte[]> inputs = new TreeMap<>(Seeds.of(target.name()));
    Path folder = KEPT.resolve(target.name());
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.toList()) {
          inputs.put(String.valueOf(file.getFileName()), Files.readAllBytes(file));
        }
      }
    }
    return inputs;
  }

  /** Writes a target's inputs into a folder, for a fuzzer to start from; or names all targets. */
  public static void main(String[] arguments) throws IOException {
    if (arguments[0].equals("--list")) {
      Targets.ALL.forEach(target -> System.out.println(target.name()));
      return;
    }
    Path folder = Files.createDirectories(Path.of(arguments[1]));
    for (Map.Entry<String, byte[]> input : of(Targets.named(arguments[0])).entrySet()) {
      Files.write(folder.resolve(input.getKey()), input.getValue());
    }
  }
}
