package io.chiasm.local.secure;

import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.local.running.FreePort;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.security.oauthbearer.OAuthBearerValidatorCallbackHandler;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real broker with a listener of each kind: TLS and login (SCRAM, PLAIN, OAUTHBEARER), TLS with
 * certificates of both sides, and in the clear for its administrator. Nobody else may do anything
 * that was not allowed.
 */
final class SecureBroker implements AutoCloseable {
  private final KafkaRaftServer server;
  private final int open;
  private final int secure;
  private final int mutual;

  /**
   * @param certificates with one named {@code server}
   * @param password of the user {@code chiasm}
   */
  SecureBroker(Path folder, MadeCertificates certificates, String password) throws Exception {
    this(folder, certificates, password, FreePort.any());
  }

  /**
   * @param secure port of the listener with TLS and logins
   */
  SecureBroker(Path folder, MadeCertificates certificates, String password, int secure)
      throws Exception {
    this(folder, certificates, password, secure, "");
  }

  /**
   * @param keys address of the keys that OAUTHBEARER tokens are checked with; none if empty
   */
  SecureBroker(Path folder, MadeCertificates certificates, String password, int secure, String keys)
      throws Exception {
    Files.createDirectories(folder);
    open = FreePort.any();
    this.secure = secure;
    mutual = FreePort.any();
    new Formatter()
        .setNodeId(1)
        .setClusterId(Uuid.randomUuid().toString())
        .setControllerListenerName("CONTROLLER")
        .setMetadataLogDirectory(folder.toString())
        .setDirectories(List.of(folder.toString()))
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .run();
    server =
        new KafkaRaftServer(
            new KafkaConfig(properties(folder, certificates, password, keys), false), Time.SYSTEM);
    server.startup();
    addUser("chiasm", password);
  }

  /** Another who logs in with SCRAM. */
  void addUser(String name, String secret) throws Exception {
    try (Admin admin = Admin.create(Brokers.at(open()).properties())) {
      var credentials = new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096);
      admin
          .alterUserScramCredentials(
              List.of(new UserScramCredentialUpsertion(name, credentials, secret)))
          .all()
          .get();
    }
  }

  private Properties properties(
      Path folder, MadeCertificates certificates, String password, String keys) throws Exception {
    int controller = FreePort.any();
    Properties p = new Properties();
    p.put("process.roles", "broker,controller");
    p.put("node.id", "1");
    p.put("log.dirs", folder.toString());
    p.put(
        "listeners",
        "OPEN://127.0.0.1:%d,SECURE://127.0.0.1:%d,MUTUAL://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
            .formatted(open, secure, mutual, controller));
    p.put(
        "advertised.listeners",
        "OPEN://127.0.0.1:%d,SECURE://localhost:%d,MUTUAL://localhost:%d"
            .formatted(open, secure, mutual));
    p.put(
        "listener.security.protocol.map",
        "OPEN:PLAINTEXT,SECURE:SASL_SSL,MUTUAL:SSL,CONTROLLER:PLAINTEXT");
    p.put("inter.broker.listener.name", "OPEN");
    p.put("controller.listener.names", "CONTROLLER");
    p.put("controller.quorum.voters", "1@127.0.0.1:" + controller);
    p.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    p.put("super.users", "User:ANONYMOUS");
    p.put("ssl.keystore.type", "PKCS12");
    p.put("ssl.keystore.location", certificates.store("server").toString());
    p.put("ssl.keystore.password", MadeCertificates.PASSWORD);
    p.put("ssl.truststore.type", "PEM");
    p.put("ssl.truststore.location", certificates.ca().toString());
    p.put("listener.name.mutual.ssl.client.auth", "required");
    p.put("sasl.enabled.mechanisms", "SCRAM-SHA-512,PLAIN,OAUTHBEARER");
    String module = "org.apache.kafka.common.security.";
    p.put(
        "listener.name.secure.scram-sha-512.sasl.jaas.config",
        module + "scram.ScramLoginModule required;");
    p.put(
        "listener.name.secure.plain.sasl.jaas.config",
        module
            + "plain.PlainLoginModule required user_chiasm=\""
            + password.replace("\\", "\\\\").replace("\"", "\\\"")
            + "\";");
    p.put(
        "listener.name.secure.oauthbearer.sasl.jaas.config",
        module
            + "oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub=\"b\";");
    if (!keys.isEmpty()) {
      String listener = "listener.name.secure.oauthbearer.sasl.";
      p.put(
          listener + "server.callback.handler.class",
          OAuthBearerValidatorCallbackHandler.class.getName());
      p.put(listener + "oauthbearer.jwks.endpoint.url", keys);
      p.put(listener + "oauthbearer.expected.audience", TokenServer.AUDIENCE);
      p.put(listener + "oauthbearer.expected.issuer", TokenServer.ISSUER);
    }
    p.put("auto.create.topics.enable", "false");
    p.put("group.initial.rebalance.delay.ms", "0");
    p.put("offsets.topic.replication.factor", "1");
    p.put("offsets.topic.num.partitions", "1");
    p.put("share.coordinator.state.topic.replication.factor", "1");
    p.put("share.coordinator.state.topic.min.isr", "1");
    p.put("share.coordinator.state.topic.num.partitions", "1");
    p.put("group.share.min.heartbeat.interval.ms", "500");
    p.put("group.share.heartbeat.interval.ms", "1000");
    p.put("group.share.min.session.timeout.ms", "10000");
    p.put("group.share.session.timeout.ms", "10000");
    p.put("message.max.bytes", "8388608");
    p.put("log.cleaner.dedupe.buffer.size", "2097152");
    return p;
  }

  /** In the clear, for the administrator. */
  String open() {
    return "127.0.0.1:" + open;
  }

  /** TLS and a login. */
  String secure() {
    return "localhost:" + secure;
  }

  /** TLS with certificates of both sides. */
  String mutual() {
    return "localhost:" + mutual;
  }

  void allow(Collection<AclBinding> rights) throws Exception {
    try (Admin admin = Admin.create(Brokers.at(open()).properties())) {
      admin.createAcls(rights).all().get();
    }
  }

  @Override
  public void close() {
    server.shutdown();
    server.awaitShutdown();
  }
}
