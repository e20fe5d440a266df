package io.chiasm.local.stack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;

/** A real single-node KRaft broker in this process, on free ports of the loopback address. */
final class EmbeddedBroker implements AutoCloseable {
  private static final String HOST = "127.0.0.1";

  private static final String CLIENTS = "PLAINTEXT";
  private static final String CONTROLLER = "CONTROLLER";

  /** Ten heartbeats of a worker, and less than the lock of a task. */
  private static final String SESSION = "10000";

  private final BrokerNode node;
  private final String bootstrap;

  private EmbeddedBroker(BrokerNode node, String bootstrap) {
    this.node = node;
    this.bootstrap = bootstrap;
  }

  /** Starts a broker that keeps its log in {@code folder}. */
  static EmbeddedBroker start(Path folder) throws IOException {
    return start(folder, 0, 0);
  }

  /**
   * @param listening port; 0 for any free one
   * @param advertised port that clients are told to use; 0 for the one that it listens on
   */
  static EmbeddedBroker start(Path folder, int listening, int advertised) throws IOException {
    Files.createDirectories(folder);
    if (!Files.exists(folder.resolve("meta.properties"))) {
      format(folder);
    }
    BoundSockets sockets = new BoundSockets();
    try {
      int port = sockets.bind(CLIENTS, listening);
      int told = advertised == 0 ? port : advertised;
      Properties properties = properties(folder, port, told, sockets.bind(CONTROLLER, 0));
      BrokerNode node = new BrokerNode(new KafkaConfig(properties, false), sockets);
      node.start();
      return new EmbeddedBroker(node, HOST + ":" + told);
    } catch (IOException | RuntimeException e) {
      sockets.close();
      throw e;
    }
  }

  /** {@code host:port} for clients. */
  String bootstrap() {
    return bootstrap;
  }

  private static void format(Path folder) throws IOException {
    try {
      new Formatter()
          .setNodeId(1)
          .setClusterId(Uuid.randomUuid().toString())
          .setControllerListenerName(CONTROLLER)
          .setMetadataLogDirectory(folder.toString())
          .setDirectories(List.of(folder.toString()))
          .setIgnoreFormatted(true)
          .setPrintStream(
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
          .run();
    } catch (IOException e) {
      throw e;
    } catch (Exception e) {
      // The formatter declares Exception.
      throw new IOException("cannot format the broker's folder " + folder, e);
    }
  }

  private static Properties properties(Path folder, int port, int told, int controllerPort) {
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("log.dirs", folder.toString());
    p.put(
        "listeners",
        "PLAINTEXT://" + HOST + ":" + port + ",CONTROLLER://" + HOST + ":" + controllerPort);
    p.put("advertised.listeners", "PLAINTEXT://" + HOST + ":" + told);
    p.put("controller.listener.names", CONTROLLER);
    p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    p.put("controller.quorum.voters", "1@" + HOST + ":" + controllerPort);
    p.put("auto.create.topics.enable", "false");
    p.put("group.initial.rebalance.delay.ms", "0");
    // One node can hold one replica of its own topics.
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "3");
    p.put("transaction.state.log.replication.factor", "1");
    p.put("transaction.state.log.min.isr", "1");
    p.put("transaction.state.log.num.partitions", "3");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "3");
    // A worker joins within about a second instead of five.
    p.put("group.share.min.heartbeat.interval.ms", "500");
    p.put("group.share.heartbeat.interval.ms", "1000");
    // Where partitions are more than workers each belongs to one of them, dead or alive, until the
    // broker believes it dead: by default after 45 s.
    p.put("group.share.min.session.timeout.ms", SESSION);
    p.put("group.share.session.timeout.ms", SESSION);
    p.put("group.consumer.min.heartbeat.interval.ms", "500");
    p.put("group.consumer.heartbeat.interval.ms", "1000");
    p.put("message.max.bytes", "8388608");
    p.put("num.network.threads", "2");
    p.put("num.io.threads", "2");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    return p;
  }

  @Override
  public void close() {
    node.close();
  }
}
