package io.chiasm.local.cli;

import io.chiasm.local.network.Connections;
import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** The command line as a process of its own, as users run it; what it prints goes to a file. */
final class CommandLineProcess implements AutoCloseable {
  private final Process process;
  private final Path output;
  private final Patience patience;
  private boolean ending;

  private CommandLineProcess(Process process, Path output, Patience patience) {
    this.process = process;
    this.output = output;
    this.patience = patience;
  }

  static CommandLineProcess start(Path folder, Object... arguments) throws IOException {
    return start(List.of(), folder, Map.of(), arguments);
  }

  /** Starts it with settings added to this process's own environment. */
  static CommandLineProcess start(Path folder, Map<String, String> environment, Object... arguments)
      throws IOException {
    return start(List.of(), folder, environment, arguments);
  }

  /** Notes in {@code log} whom it and all that it starts try to reach. */
  static CommandLineProcess startWatched(Path log, Path folder, Object... arguments)
      throws IOException {
    return start(Connections.notedIn(log), folder, Map.of(), arguments);
  }

  private static CommandLineProcess start(
      List<String> before, Path folder, Map<String, String> environment, Object... arguments)
      throws IOException {
    List<String> line = new ArrayList<>(before);
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
    ProcessBuilder process = new ProcessBuilder(line).directory(folder.toFile());
    process.redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> variables = process.environment();
    // As it comes to users, who set nothing.
    variables.remove("ORT_DISABLE_TELEMETRY");
    variables.remove("XDG_CACHE_HOME");
    variables.put("HOME", Files.createDirectories(home(folder)).toString());
    // Processes that live for seconds: compiling them well costs more than it gains.
    variables.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
    variables.putAll(environment);
    return new CommandLineProcess(process.start(), output, Patience.watching(folder));
  }

  /** The home folder of the user that it believes to run for. */
  static Path home(Path folder) {
    return folder.resolve("home");
  }

  /** Runs it to its end and returns the exit code. */
  int exitCode() throws InterruptedException {
    await("its end", () -> !process.isAlive());
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
    ending = true;
    process.destroyForcibly();
  }

  /** Asks it to end, as Ctrl-C does. */
  void interrupt() {
    ending = true;
    process.destroy();
  }

  /** A command that has ended of itself is not waited for: what it printed says why. */
  void await(String what, BooleanSupplier condition) throws InterruptedException {
    patience.await(() -> what + told(), () -> condition.getAsBoolean() || endedInVain(what));
  }

  private boolean endedInVain(String what) {
    if (ended() && !ending) {
      throw new AssertionError("ended before: " + what + told());
    }
    return false;
  }

  private String told() {
    try {
      return "\n" + output();
    } catch (IOException e) {
      return "\n" + e;
    }
  }

  @Override
  public void close() {
    children().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
