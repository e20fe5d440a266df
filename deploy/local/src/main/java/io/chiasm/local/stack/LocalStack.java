package io.chiasm.local.stack;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.TopicSettings;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.service.ParentWatch;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The whole system on one machine: a broker and an S3 server in this process, the three services as
 * processes of their own. Closing it ends everything that it started.
 */
public final class LocalStack implements AutoCloseable {
  private static final Duration READY = Duration.ofMinutes(10);

  /** From then on the user is told what is waited for. */
  private static final Duration LONG = Duration.ofSeconds(30);

  /** Whoever ends the stack waits for it; a task that is cut off is done when it runs again. */
  private static final String GRACE = "2s";

  private static final Duration GLANCE = Duration.ofMillis(100);

  private final WorkFolder folder;
  private final List<AutoCloseable> servers = new ArrayList<>();
  private final List<ServiceProcess> services = new ArrayList<>();
  private String brokers = "";
  private boolean closed;

  private LocalStack(WorkFolder folder) {
    this.folder = folder;
  }

  /**
   * Starts everything and waits until it is ready.
   *
   * @param said is told what is waited for, if that takes long
   * @throws InputException if the folder or the port cannot be had
   * @throws StackFailure if a part does not come up
   */
  public static LocalStack start(StackSettings settings, Consumer<String> said) {
    if (settings.port() != 0 && Ports.taken(settings.port())) {
      throw new InputException(
          "port "
              + settings.port()
              + " is in use: name another with --port, or none for a free one");
    }
    LocalStack stack = new LocalStack(WorkFolder.take(settings.work()));
    try {
      stack.startParts(settings, said);
      return stack;
    } catch (IOException e) {
      stack.close();
      throw new StackFailure("the embedded stack does not start: " + e.getMessage());
    } catch (RuntimeException e) {
      stack.close();
      throw e;
    }
  }

  private void startParts(StackSettings settings, Consumer<String> said) throws IOException {
    LauncherLog.to(folder.logs());
    CompletableFuture<EmbeddedStore> storeStart = CompletableFuture.supplyAsync(this::startStore);
    EmbeddedBroker broker = EmbeddedBroker.start(folder.broker());
    servers.add(broker);
    brokers = broker.bootstrap();
    EmbeddedStore store = storeStart.join();
    servers.add(store);
    createTopics(broker);
    Map<String, String> environment = environment(broker, store);
    folder.tellWorkers(environment);
    startService(settings, Service.AGGREGATOR, 1, environment, settings.port());
    startService(settings, Service.EXTRACTOR, settings.extractors(), environment, 0);
    startService(settings, Service.ENCODER, settings.encoders(), environment, 0);
    awaitReady(said);
  }

  private EmbeddedStore startStore() {
    try {
      return EmbeddedStore.start(folder.store());
    } catch (IOException e) {
      throw new StackFailure("cannot start the object store: " + e.getMessage());
    }
  }

  private static void createTopics(EmbeddedBroker broker) {
    try (Topics topics = new Topics(Brokers.at(broker.bootstrap()))) {
      topics.requireShareGroups();
      topics.prepare(TopicSettings.DEFAULT);
    }
  }

  private static Map<String, String> environment(EmbeddedBroker broker, EmbeddedStore store) {
    Map<String, String> environment = new LinkedHashMap<>();
    environment.put("CHIASM_KAFKA", broker.bootstrap());
    environment.put("CHIASM_STORE_ENDPOINT", store.endpoint().toString());
    environment.put("CHIASM_STORE_ACCESS_KEY", EmbeddedStore.accessKey());
    environment.put("CHIASM_STORE_SECRET_KEY", store.secretKey());
    environment.put("CHIASM_EXTRACTOR_GRACE", GRACE);
    environment.put("CHIASM_ENCODER_GRACE", GRACE);
    environment.put(ParentWatch.PARENT, String.valueOf(ProcessHandle.current().pid()));
    environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
    environment.put("QUARKUS_HTTP_PORT", "0");
    return environment;
  }

  private void startService(
      StackSettings settings,
      Service service,
      int processes,
      Map<String, String> environment,
      int port)
      throws IOException {
    for (int i = 1; i <= processes; i++) {
      String name = processes == 1 ? service.label() : service.label() + "-" + i;
      services.add(ServiceProcess.start(settings, service, name, environment, port, folder));
    }
  }

  private void awaitReady(Consumer<String> said) {
    long from = System.nanoTime();
    Set<String> told = new HashSet<>();
    for (ServiceProcess service : services) {
      while (!service.ready()) {
        check();
        long passed = System.nanoTime() - from;
        String waiting = "waiting for the " + service.name() + ": " + service.waiting();
        if (passed > LONG.toNanos() && told.add(waiting)) {
          said.accept(waiting);
        }
        if (passed > READY.toNanos()) {
          throw notReady(service);
        }
        sleep();
      }
    }
  }

  private StackFailure notReady(ServiceProcess service) {
    return new StackFailure(
        String.format(
            Locale.ROOT,
            "the %s is not ready after %d s: %s; more is in %s",
            service.name(),
            READY.toSeconds(),
            service.waiting(),
            folder.logs()));
  }

  /** Address of the aggregator's REST interface. */
  public URI address() {
    return services.get(0).address();
  }

  /** Address of the broker, {@code host:port}. */
  public String brokers() {
    return brokers;
  }

  /** File of the environment that a further worker needs to join. */
  public Path workerSettings() {
    return folder.workerSettings();
  }

  /** Process id by service name. */
  public Map<String, Long> processes() {
    Map<String, Long> pids = new LinkedHashMap<>();
    services.forEach(s -> pids.put(s.name(), s.pid()));
    return pids;
  }

  /**
   * Looks after the parts: a service that died is started again.
   *
   * @throws InputException if the disk is nearly full
   * @throws StackFailure if a service dies again and again
   */
  public void check() {
    folder.requireSpace();
    services.forEach(ServiceProcess::revive);
  }

  /** Waits until a service ends, but no longer than this. */
  public void awaitEnd(Duration most) {
    long deadline = System.nanoTime() + most.toNanos();
    while (services.stream().allMatch(ServiceProcess::alive) && System.nanoTime() < deadline) {
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(GLANCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StackFailure("interrupted");
    }
  }

  /** Ends services first, so that they can still finish what they do, then store and broker. */
  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    services.forEach(ServiceProcess::stop);
    services.forEach(ServiceProcess::close);
    for (AutoCloseable server : servers) {
      closeQuietly(server);
    }
    folder.close();
  }

  private static void closeQuietly(AutoCloseable server) {
    try {
      server.close();
    } catch (Exception e) {
      System.getLogger(LocalStack.class.getName())
          .log(System.Logger.Level.WARNING, "while stopping", e);
    }
  }
}
