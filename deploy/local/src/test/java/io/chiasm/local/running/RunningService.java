package io.chiasm.local.running;

import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One of the services as a process that knows nothing but its environment. */
public final class RunningService implements AutoCloseable {
  private static final long SECONDS = 180;

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final Path log;
  private final int port;

  /** The service of this checkout, with a log of its own name. */
  public RunningService(Path folder, String service, Map<String, String> environment)
      throws Exception {
    this(home(), folder.resolve(service + ".log"), service, environment);
  }

  /**
   * @param home of the checkout whose build it is
   * @param log what it says is added there
   */
  public RunningService(Path home, Path log, String service, Map<String, String> environment)
      throws Exception {
    this.log = log;
    port = FreePort.any();
    Path jar = home.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    ProcessBuilder command =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED",
            "-Dai.djl.offline=true",
            "-jar",
            jar.toString());
    command.environment().keySet().removeIf(name -> name.matches("(CHIASM|KAFKA|QUARKUS)_.*"));
    command.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
    command.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
    command.environment().putAll(environment);
    process =
        command
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
  }

  /** The checkout that is tested. */
  public static Path home() {
    return Path.of(System.getProperty("chiasm.home"));
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + port);
  }

  public String log() throws IOException {
    return Files.readString(log);
  }

  /** Status and text; status 0 if nothing answers. */
  public String get(String path) {
    try {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(address().resolve(path))
                  .timeout(Duration.ofSeconds(20))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      return answer.statusCode() + " " + answer.body();
    } catch (IOException e) {
      return "0 " + e;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  public boolean ready() {
    return get("/q/health/ready").startsWith("200");
  }

  /** Waits as long as it or another that logs beside it says anything. */
  public void await(String what, BooleanSupplier condition) throws InterruptedException {
    Patience.watching(log.resolveSibling(""))
        .await(() -> what + told(), () -> condition.getAsBoolean() || ended(what));
  }

  private boolean ended(String what) {
    if (!process.isAlive()) {
      throw new AssertionError("ended before: " + what + told());
    }
    return false;
  }

  private String told() {
    try {
      return "\n" + get("/q/health/ready") + "\n" + log();
    } catch (IOException e) {
      return "\n" + e;
    }
  }

  /** Asks it to end, as a cluster does; how long that took. */
  public Duration terminate() throws Exception {
    long from = System.nanoTime();
    process.destroy();
    exitCode();
    return Duration.ofNanos(System.nanoTime() - from);
  }

  /** Its exit code, when it has ended by itself. */
  public int exitCode() throws Exception {
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("still there\n" + log());
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
