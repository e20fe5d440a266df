package io.chiasm.local.stack;

import io.chiasm.contracts.failure.InputException;
import java.io.File;
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
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, started again when it dies. */
final class ServiceProcess implements AutoCloseable {
  private static final int MOST_STARTS = 6;

  /** What a virtual machine exits with when its heap is used up. */
  private static final int OUT_OF_MEMORY = 3;

  private static final Duration STOP = Duration.ofSeconds(15);
  private static final Duration PROBE = Duration.ofSeconds(2);

  private final Service service;
  private final String name;
  private final ProcessBuilder command;
  private final URI address;
  private final Path log;
  private final HttpClient http = HttpClient.newHttpClient();
  private Process process;
  private int starts = 1;
  private volatile boolean closing;

  private ServiceProcess(
      Service service, String name, ProcessBuilder command, URI address, Path log)
      throws IOException {
    this.service = service;
    this.name = name;
    this.command = command;
    this.address = address;
    this.log = log;
    this.process = command.start();
  }

  /**
   * Starts a service.
   *
   * @param home the project's folder
   * @param name of this process, unique in the stack; names its log
   * @param environment settings added to this process's own environment
   * @param port of its REST interface
   * @throws InputException if its jar is not built
   */
  static ServiceProcess start(
      Path home, Service service, String name, Map<String, String> environment, int port, Path logs)
      throws IOException {
    Path jar = home.resolve(service.jar());
    if (!Files.isRegularFile(jar)) {
      throw new InputException(jar + " is missing: build the project with 'mvn package' first");
    }
    Path log = logs.resolve(name + ".log");
    ProcessBuilder command = new ProcessBuilder(commandLine(service, jar));
    command.environment().putAll(environment);
    command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    command.environment().put("ORT_DISABLE_TELEMETRY", "1");
    command.redirectErrorStream(true);
    command.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    command.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
    return new ServiceProcess(service, name, command, URI.create("http://127.0.0.1:" + port), log);
  }

  private static List<String> commandLine(Service service, Path jar) {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(service.options());
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

  URI address() {
    return address;
  }

  long pid() {
    return process.pid();
  }

  synchronized boolean alive() {
    return process.isAlive();
  }

  /** Whether its readiness probe answers. */
  boolean ready() {
    try {
      HttpRequest probe =
          HttpRequest.newBuilder(address.resolve("/q/health/ready")).timeout(PROBE).build();
      return http.send(probe, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Starts it again if it died.
   *
   * @throws StackFailure if it died too often, or of too little memory
   */
  synchronized void revive() {
    if (closing || process.isAlive()) {
      return;
    }
    if (process.exitValue() == OUT_OF_MEMORY) {
      throw new StackFailure(
          "the "
              + name
              + " ran out of memory: give it more with "
              + service.heapSetting()
              + ", such as "
              + service.heapSetting()
              + "=4g, and run again; what was done is kept");
    }
    if (starts == MOST_STARTS) {
      throw new StackFailure(
          "the " + name + " ended " + starts + " times; why is at the end of " + log);
    }
    starts++;
    try {
      process = command.start();
    } catch (IOException e) {
      throw new StackFailure("the " + name + " cannot be started again: " + e.getMessage());
    }
  }

  /** Asks it to end. */
  synchronized void stop() {
    closing = true;
    process.destroy();
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
