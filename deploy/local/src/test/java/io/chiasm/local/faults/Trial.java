package io.chiasm.local.faults;

import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.running.FreePort;
import io.chiasm.local.running.RunningService;
import io.chiasm.local.stack.ServerProcess;
import io.chiasm.local.waiting.Patience;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * The whole system as processes, with wires between services and servers that can be cut. A process
 * that is killed is started again at once, as a cluster does.
 */
final class Trial implements AutoCloseable {
  /** Two of each kind of worker, so that there is another when one is lost. */
  static final List<String> WORKERS =
      List.of("extractor-1", "extractor-2", "encoder-1", "encoder-2");

  static final String AGGREGATOR = "aggregator";

  /**
   * Results that one process has under way at most: an extractor's task has one for each layer of
   * the study, an encoder forms Gram matrices beside its task.
   */
  static final int UNDER_WAY = 2;

  /** Small enough to be filled in a moment. */
  private static final Map<String, String> DISKS =
      Map.of("broker", "400m", "store", "400m", "scratch", "300m");

  private static final String SECRET = "secret-of-this-trial";

  private final Path folder;
  private final Wire brokerWire;
  private final Wire storeWire;
  private final StoreFront front;
  private final ServerProcess broker;
  private final ServerProcess store;
  private final Map<String, RunningService> services = new LinkedHashMap<>();
  private final Map<String, SmallDisk> disks = new LinkedHashMap<>();
  private int kills;

  /**
   * @param smallDisks whether broker, store and services have disks of their own that can be filled
   */
  Trial(Path folder, boolean smallDisks) throws Exception {
    this.folder = folder;
    Path logs = Files.createDirectories(folder.resolve("logs"));
    if (smallDisks && SmallDisk.possible(folder)) {
      DISKS.forEach(this::mount);
    }
    int brokerPort = FreePort.any();
    int storePort = FreePort.any();
    brokerWire = new Wire(brokerPort);
    front = new StoreFront(storePort);
    storeWire = new Wire(front.port());
    broker =
        ServerProcess.broker(
            place("broker"), logs.resolve("broker.log"), brokerPort, brokerWire.port());
    store = ServerProcess.store(place("store"), logs.resolve("store.log"), storePort, SECRET);
    for (String name : names()) {
      start(name);
    }
    awaitReady();
  }

  private void mount(String name, String size) {
    try {
      disks.put(name, SmallDisk.at(folder.resolve(name), size));
    } catch (Exception e) {
      throw new IllegalStateException(name, e);
    }
  }

  /** The file system of {@code broker}, {@code store} or {@code scratch}; empty if it has none. */
  Optional<SmallDisk> disk(String name) {
    return Optional.ofNullable(disks.get(name));
  }

  private Path place(String name) throws IOException {
    return Files.createDirectories(folder.resolve(name));
  }

  static List<String> names() {
    List<String> names = new ArrayList<>(List.of(AGGREGATOR));
    names.addAll(WORKERS);
    return names;
  }

  /** Starts a service under this name, in place of the one before. */
  void start(String name) throws Exception {
    start(name, RunningService.home(), Map.of());
  }

  /**
   * @param home of the checkout whose build it is
   * @param more settings
   */
  void start(String name, Path home, Map<String, String> more) throws Exception {
    Path scratch = place("scratch/" + name);
    // A killed process leaves the native libraries that it has unpacked.
    Folders.empty(scratch);
    Map<String, String> environment = environment(scratch);
    environment.putAll(more);
    String kind = name.replaceFirst("-[0-9]+$", "");
    Path log = folder.resolve("logs").resolve(name + ".log");
    services.put(name, new RunningService(home, log, kind, environment));
  }

  private Map<String, String> environment(Path scratch) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("CHIASM_KAFKA", "127.0.0.1:" + brokerWire.port());
    all.put("CHIASM_STORE_ENDPOINT", "http://127.0.0.1:" + storeWire.port());
    all.put("CHIASM_STORE_ACCESS_KEY", ServerProcess.ACCESS_KEY);
    all.put("CHIASM_STORE_SECRET_KEY", SECRET);
    all.put("CHIASM_EXTRACTOR_GRACE", "2s");
    all.put("CHIASM_ENCODER_GRACE", "2s");
    all.put("JAVA_TOOL_OPTIONS", "-Xmx512m -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + scratch);
    return all;
  }

  void awaitReady() throws Exception {
    for (Map.Entry<String, RunningService> each : services.entrySet()) {
      each.getValue().await(each.getKey() + " ready", each.getValue()::ready);
    }
  }

  Path folder() {
    return folder;
  }

  Wire brokerWire() {
    return brokerWire;
  }

  Wire storeWire() {
    return storeWire;
  }

  StoreFront front() {
    return front;
  }

  ServerProcess broker() {
    return broker;
  }

  ServerProcess store() {
    return store;
  }

  /** Past the wire. */
  String brokerAddress() {
    return "127.0.0.1:" + brokerWire.port();
  }

  Objects objects() {
    return new Objects(front.port(), SECRET);
  }

  RunningService service(String name) {
    RunningService service = services.get(name);
    if (service == null) {
      throw new IllegalArgumentException("no service " + name);
    }
    return service;
  }

  AggregatorClient client() {
    return new AggregatorClient(service(AGGREGATOR).address());
  }

  /** Ends it without a chance to clean up, and starts it again. */
  void kill(String name) throws Exception {
    service(name).close();
    kills++;
    start(name);
  }

  /** Ends those that a fault has added. */
  void endExtras() {
    services.entrySet().removeIf(each -> !names().contains(each.getKey()) && ended(each));
  }

  private static boolean ended(Map.Entry<String, RunningService> each) {
    each.getValue().close();
    return true;
  }

  /** Starts what has ended, the servers first. */
  void revive() throws Exception {
    for (ServerProcess server : List.of(broker, store)) {
      if (!server.process().isAlive()) {
        server.startAgain();
      }
    }
    for (String name : names()) {
      if (!service(name).process().isAlive()) {
        start(name);
      }
    }
    awaitReady();
  }

  /** How many services were killed so far. */
  int kills() {
    return kills;
  }

  /** Waits as long as anything moves. */
  void await(String what, BooleanSupplier condition) throws InterruptedException {
    Patience.watching(folder).await(() -> what, condition);
  }

  @Override
  public void close() throws Exception {
    services.values().forEach(RunningService::close);
    broker.close();
    store.close();
    brokerWire.close();
    storeWire.close();
    front.close();
    for (SmallDisk disk : disks.values()) {
      disk.close();
    }
  }
}
