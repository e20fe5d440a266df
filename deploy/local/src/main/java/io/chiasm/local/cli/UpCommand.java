package io.chiasm.local.cli;

import io.chiasm.local.stack.LocalStack;
import io.chiasm.local.stack.StackSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm up}. */
@Command(
    name = "up",
    description = "Start the embedded stack and keep it until Ctrl-C.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class UpCommand implements Callable<Integer> {
  private static final Duration GLANCE = Duration.ofSeconds(1);

  @Option(
      names = "--port",
      paramLabel = "PORT",
      defaultValue = "8080",
      description =
          "port of the dashboard and REST interface; 0 for a free one (default: ${DEFAULT-VALUE})")
  private int port;

  @Option(
      names = "--work",
      paramLabel = "DIR",
      defaultValue = "results/.chiasm",
      description = "folder of store, broker and logs (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private Path work;

  @Mixin private StackOptions stack = new StackOptions();

  @Override
  public Integer call() throws InterruptedException {
    StackSettings settings = stack.settings(work, port);
    System.err.println("Starting broker, object store and services …");
    try (LocalStack running = LocalStack.start(settings, System.err::println)) {
      Runtime.getRuntime().addShutdownHook(new Thread(running::close, "stop"));
      System.out.println("Chiasm is up at " + running.address());
      System.out.println("Dashboard: " + running.address().resolve("/"));
      System.out.println("  broker " + running.brokers());
      running.processes().forEach((name, pid) -> System.out.println("  " + name + " " + pid));
      System.out.println("Submit with: ./chiasm submit STUDY.yaml --server " + running.address());
      System.out.println("Ctrl-C ends it.");
      while (true) {
        running.check();
        Thread.sleep(GLANCE.toMillis());
      }
    }
  }
}
