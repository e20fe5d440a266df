package io.chiasm.local.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Failures of the machine that are no fault of the program: memory, and native libraries. */
final class MachineFault {
  private MachineFault() {}

  /** What is lacking and what to set; empty if it is something else. */
  static Optional<String> of(Throwable failure) {
    if (causes(failure).anyMatch(OutOfMemoryError.class::isInstance)) {
      return Optional.of(
          String.format(
              Locale.ROOT,
              "out of memory with a heap of %d MiB; CHIASM_JAVA_OPTIONS=-Xmx8g gives more",
              Runtime.getRuntime().maxMemory() >> 20));
    }
    if (within(failure, "org.bytedeco.javacpp.Loader")) {
      return Optional.of(nativeLibrary(failure, cache(), "org.bytedeco.javacpp.cachedir"));
    }
    boolean loading =
        within(failure, "ai.onnxruntime.OnnxRuntime") || within(failure, "ai.djl.engine.Engine");
    return loading || causes(failure).anyMatch(LinkageError.class::isInstance)
        ? Optional.of(nativeLibrary(failure, temporary(), "java.io.tmpdir"))
        : Optional.empty();
  }

  private static boolean within(Throwable failure, String type) {
    return causes(failure)
        .flatMap(cause -> Stream.of(cause.getStackTrace()))
        .anyMatch(frame -> frame.getClassName().startsWith(type));
  }

  private static String nativeLibrary(Throwable failure, Path folder, String property) {
    Throwable last = causes(failure).reduce((first, second) -> second).orElse(failure);
    return ("a native library cannot be loaded (%s); it is unpacked into %s;"
            + " CHIASM_JAVA_OPTIONS=-D%s=DIR names another folder")
        .formatted(firstLine(last), folder, property);
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
