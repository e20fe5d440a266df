package io.chiasm.local.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Failures of the machine that are no fault of the program: memory, and native libraries. */
final class MachineFault {
  private MachineFault() {}

  /** What is lacking and what to set; empty if it is something else. */
  static Optional<String> of(Throwable failure) {
    if (causes(failure).anyMatch(OutOfMemoryError.class::isInstance)) {
      return Optional.of(
          "out of memory with a heap of %d MiB; CHIASM_JAVA_OPTIONS=-Xmx8g gives more"
              .formatted(Runtime.getRuntime().maxMemory() >> 20));
    }
    return causes(failure).anyMatch(LinkageError.class::isInstance) || inNativeLoading(failure)
        ? Optional.of(nativeLibraries(failure))
        : Optional.empty();
  }

  private static boolean inNativeLoading(Throwable failure) {
    return causes(failure)
        .flatMap(cause -> Stream.of(cause.getStackTrace()))
        .map(StackTraceElement::getClassName)
        .anyMatch(
            name ->
                name.startsWith("ai.onnxruntime.OnnxRuntime")
                    || name.startsWith("org.bytedeco.javacpp.Loader")
                    || name.startsWith("ai.djl.engine.Engine"));
  }

  private static String nativeLibraries(Throwable failure) {
    Throwable last = causes(failure).reduce((first, second) -> second).orElse(failure);
    return "the native libraries cannot be loaded (%s); they are unpacked into %s and %s, which must"
            .formatted(firstLine(last), temporary(), cache())
        + " be there, have 500 MiB free and allow programs to be run (no noexec);"
        + " CHIASM_JAVA_OPTIONS=\"-Djava.io.tmpdir=DIR -Dorg.bytedeco.javacpp.cachedir=DIR\" names"
        + " others";
  }

  private static Path temporary() {
    return Path.of(System.getProperty("java.io.tmpdir"));
  }

  private static Path cache() {
    String named = System.getProperty("org.bytedeco.javacpp.cachedir");
    return named == null
        ? Path.of(System.getProperty("user.home"), ".javacpp", "cache")
        : Path.of(named);
  }

  private static String firstLine(Throwable e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse(e.getClass().getSimpleName());
  }

  private static Stream<Throwable> causes(Throwable failure) {
    return Stream.iterate(failure, e -> e != null, Throwable::getCause).limit(20);
  }
}
