package io.chiasm.local.stack;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.service.ParentWatch;
import io.chiasm.contracts.shell.service.PortFile;
import io.chiasm.local.machine.PlainLocale;
import io.chiasm.local.machine.TemporaryFolder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, started again when it dies. */
final class ServiceProcess implements AutoCloseable {
  private static final int MOST_STARTS = 6;
  private static final String CLUSTER =
      "(KAFKA|QUARKUS_OIDC|CHIASM_(KAFKA|STORE|TOPICS|ACCESS))_.*|CHIASM_ACCESS";

  /** What a virtual machine exits with when its heap is used up. */
  private static final int OUT_OF_MEMORY = 3;

  /** What it exits with after SIGKILL. */
  private static final int KILLED = 137;

  private static final String HOST = "127.0.0.1";
  private static final String PORT = "QUARKUS_HTTP_PORT";

  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration PROBE = Duration.ofSeconds(2);

  private final Service service;
  private final String name;
  private final ProcessBuilder command;
  private final Path portFile;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;
  private long logged;
  private int port;
  private boolean cameUp;
  private int starts = 1;
  private volatile boolean closing;
  private volatile String waiting = "it is starting";

  private ServiceProcess(
      Service service, String name, ProcessBuilder command, Path portFile, Path log)
      throws IOException {
    this.service = service;
    this.name = name;
    this.command = command;
    this.portFile = portFile;
    this.log = log;
    this.process = begin();
  }

  /**
   * Starts a service.
   *
   * @param settings of the stack that it is part of
   * @param name of this process, unique in the stack; names its log
   * @param environment settings added to this process's own environment
   * @param port of its REST interface; 0 for one of the system's choosing
   * @throws InputException if its jar is not built, or libraries can be unpacked nowhere
   */
  static ServiceProcess start(
      StackSettings settings,
      Service service,
      String name,
      Map<String, String> environment,
      int port,
      WorkFolder folder)
      throws IOException {
    Path jar = service.jar(settings.home());
    if (!Files.isRegularFile(jar)) {
      throw new InputException(jar + " is missing: build the project with 'mvn package' first");
    }
    Path log = folder.logs().resolve(name + ".log");
    Path portFile = folder.ports().resolve(name);
    List<String> options = new ArrayList<>(service.options(settings.brief()));
    options.addAll(TemporaryFolder.options(folder.temporary()));
    ProcessBuilder command = new ProcessBuilder(commandLine(jar, options));
    // What this user has set for a cluster is not for the embedded stack.
    command.environment().keySet().removeIf(set -> set.matches(CLUSTER));
    command.environment().putAll(environment);
    command.environment().put(PORT, String.valueOf(port));
    command.environment().put("CHIASM_PORT_FILE", portFile.toString());
    command.environment().put("ORT_DISABLE_TELEMETRY", "1");
    PlainLocale.nameFiles(command.environment());
    command.redirectErrorStream(true);
    command.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // The system closes its standard input when this process is gone, however it ended.
    command.redirectInput(ProcessBuilder.Redirect.PIPE);
    command.environment().put(ParentWatch.PIPE, "stdin");
    return new ServiceProcess(service, name, command, portFile, log);
  }

  private Process begin() throws IOException {
    Files.deleteIfExists(portFile);
    logged = Files.exists(log) ? Files.size(log) : 0;
    return command.start();
  }

  private static List<String> commandLine(Path jar, List<String> options) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(options);
    line.addAll(PlainLocale.options());
    line.add("--enable-native-access=ALL-UNNAMED");
    if (Runtime.version().feature() >= 23) {
      line.add("--sun-misc-unsafe-memory-access=allow");
    }
    line.add("-Dai.djl.offline=true");
    line.add("-jar");
    line.add(jar.toString());
    return line;
  }

  String name() {
    return name;
  }

  /** Where its REST interface is, once it was ready. */
  synchronized URI address() {
    return URI.create("http://" + HOST + ":" + port);
  }

  long pid() {
    return process.pid();
  }

  synchronized boolean alive() {
    return process.isAlive();
  }

  /** Whether its readiness probe answers. */
  boolean ready() {
    OptionalInt told = PortFile.read(portFile);
    if (told.isEmpty() || !answers(told.getAsInt())) {
      return false;
    }
    cameUp(told.getAsInt());
    return true;
  }

  /** What keeps it from being ready, as of the last look. */
  String waiting() {
    return waiting;
  }

  private boolean answers(int at) {
    try {
      URI probe = URI.create("http://" + HOST + ":" + at + "/q/health/ready");
      HttpRequest request = HttpRequest.newBuilder(probe).timeout(PROBE).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      waiting = Unready.reason(answer.body());
      return answer.statusCode() == 200;
    } catch (IOException e) {
      waiting = "it does not answer";
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private synchronized void cameUp(int at) {
    cameUp = true;
    port = at;
    if (service.keepsAddress()) {
      command.environment().put(PORT, String.valueOf(at));
    }
  }

  /**
   * Starts it again if it died.
   *
   * @throws StackFailure if it never came up, died too often, or of too little memory
   */
  synchronized void revive() {
    if (closing || process.isAlive()) {
      return;
    }
    int exit = process.exitValue();
    if (exit == OUT_OF_MEMORY) {
      throw outOfMemory();
    }
    if (!cameUp) {
      throw new StackFailure(
          "the " + name + " ended before it was ready: " + reason(exit) + "; more is in " + log);
    }
    if (starts == MOST_STARTS) {
      throw new StackFailure(
          "the "
              + name
              + " ended "
              + starts
              + " times, last: "
              + reason(exit)
              + "; more is in "
              + log);
    }
    starts++;
    try {
      process = begin();
    } catch (IOException e) {
      throw new StackFailure("the " + name + " cannot be started again: " + e.getMessage());
    }
  }

  private StackFailure outOfMemory() {
    return new StackFailure(
        "the "
            + name
            + " ran out of memory: give it more with "
            + service.heapSetting()
            + ", such as "
            + service.heapSetting()
            + "=4g, and run again; what was done is kept");
  }

  private String reason(int exit) {
    return exit == KILLED
        ? "it was killed, as the system does when memory is short"
        : LastWords.in(log, logged).orElse("it said nothing and exited with " + exit);
  }

  /**
   * Asks it to end; not by the process itself, which would also close the pipe that it lives by.
   */
  synchronized void stop() {
    closing = true;
    process.toHandle().destroy();
  }

  /** Asks it to end, waits, and kills it if it does not. */
  @Override
  public void close() {
    stop();
    try {
      if (!process.waitFor(STOP.toMillis(), TimeUnit.MILLISECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
