package io.chiasm.local.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The command line as a process of its own, as users run it; what it prints goes to a file. */
final class CommandLineProcess implements AutoCloseable {
  private static final long MINUTES = 5;
  private static final long GLANCE_MILLIS = 50;

  private final Process process;
  private final Path output;

  private CommandLineProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static CommandLineProcess start(Path folder, Object... arguments) throws IOException {
    return start(folder, Map.of(), arguments);
  }

  /** Starts it with settings added to this process's own environment. */
  static CommandLineProcess start(Path folder, Map<String, String> environment, Object... arguments)
      throws IOException {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("--enable-native-access=ALL-UNNAMED");
    line.add("-Dchiasm.home=" + System.getProperty("chiasm.home"));
    line.add("-Dai.djl.offline=true");
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(Chiasm.class.getName());
    return launch(folder, line, environment, arguments);
  }

  /** Starts it with the start script of the checkout. */
  static CommandLineProcess script(
      Path folder, Map<String, String> environment, Object... arguments) throws IOException {
    String script = Path.of(System.getProperty("chiasm.home"), "chiasm").toString();
    return launch(folder, List.of(script), environment, arguments);
  }

  private static CommandLineProcess launch(
      Path folder, List<String> command, Map<String, String> environment, Object... arguments)
      throws IOException {
    List<String> line = new ArrayList<>(command);
    for (Object argument : arguments) {
      line.add(argument.toString());
    }
    Path output = Files.createTempFile(folder, "chiasm", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().putAll(environment);
    return new CommandLineProcess(builder.start(), output);
  }

  /** Runs it to its end and returns the exit code. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      throw new AssertionError("still running after " + MINUTES + " minutes");
    }
    return process.exitValue();
  }

  /** Whether it is over. */
  boolean ended() {
    return !process.isAlive();
  }

  /** What it printed so far. */
  String output() throws IOException {
    return Files.readString(output);
  }

  /** The processes that it started. */
  List<ProcessHandle> children() {
    return process.descendants().toList();
  }

  /** Ends it at once, without a chance to clean up. */
  void kill() {
    process.destroyForcibly();
  }

  /** Asks it to end, as Ctrl-C does. */
  void interrupt() {
    process.destroy();
  }

  void await(String what, BooleanSupplier condition) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("in vain: " + what);
      }
      Thread.sleep(GLANCE_MILLIS);
    }
  }

  @Override
  public void close() {
    children().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
