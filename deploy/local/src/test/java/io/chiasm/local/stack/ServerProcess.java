package io.chiasm.local.stack;

import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Broker or store as a process that can be killed, frozen and started again at the same place. */
public final class ServerProcess implements AutoCloseable {
  static final String READY = "ready at ";

  private final Path log;
  private final ProcessBuilder command;
  private Process process;

  private ServerProcess(Class<?> main, Path log, String heap, List<String> arguments)
      throws Exception {
    this.log = log;
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-Xmx" + heap, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    line.addAll(arguments);
    command =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = begun();
  }

  /**
   * @param port that it listens on
   * @param advertised that clients are told
   */
  public static ServerProcess broker(Path folder, Path log, int port, int advertised)
      throws Exception {
    return new ServerProcess(
        BrokerServer.class,
        log,
        "384m",
        List.of(folder.toString(), String.valueOf(port), String.valueOf(advertised)));
  }

  /** An S3 server whose access key is {@link #ACCESS_KEY}. */
  public static ServerProcess store(Path folder, Path log, int port, String secret)
      throws Exception {
    return new ServerProcess(
        StoreServer.class, log, "256m", List.of(folder.toString(), String.valueOf(port), secret));
  }

  public static final String ACCESS_KEY = EmbeddedStore.accessKey();

  private Process begun() throws Exception {
    long said = Files.exists(log) ? Files.size(log) : 0;
    Process begun = command.start();
    Patience.counting(this::logged)
        .await(
            () -> "a server that is ready\n" + said(0),
            () -> said(said).contains(READY) || ended(begun));
    return begun;
  }

  private boolean ended(Process begun) {
    if (!begun.isAlive()) {
      throw new AssertionError("ended before it was ready\n" + said(0));
    }
    return false;
  }

  private long logged() {
    return log.toFile().length();
  }

  private String said(long from) {
    try {
      String all = Files.readString(log);
      return all.substring((int) Math.min(from, all.length()));
    } catch (IOException e) {
      return "";
    }
  }

  public ProcessHandle process() {
    return process.toHandle();
  }

  /** Without a chance to write what it has in memory. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** At the same place as before. */
  public void startAgain() throws Exception {
    process = begun();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
