package io.chiasm.local.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.BrokerSettings;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.TopicSettings;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.minio.MinioStore;
import io.chiasm.contracts.shell.minio.StoreSettings;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.local.running.FreePort;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections with TLS and logins to a real broker and a real store; what goes wrong, in words. */
class SecureConnectionsIT {
  private static final Logger ALL_LOGGERS = Logger.getLogger("");

  /** Each character means something to somebody on its way. */
  private static final String PASSWORD = "a\\b\"c'd;e=f $x ${y} ü#%";

  /** For an answer that comes; a busy machine takes its time. */
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** For one that does not. */
  private static final Duration IN_VAIN = Duration.ofSeconds(8);

  private static Path folder = Path.of("");
  private static MadeCertificates right;
  private static MadeCertificates other;
  private static TokenServer provider;
  private static TokenServer stranger;
  private static SecureBroker broker;
  private static SecureStore store;

  @BeforeAll
  static void start(@TempDir Path temporary) throws Exception {
    ALL_LOGGERS.setLevel(Level.WARNING);
    folder = temporary;
    right =
        new MadeCertificates(folder.resolve("right"), "authority")
            .sign("server", "-1d", 10, "dns:localhost")
            .sign("elsewhere", "-1d", 10, "dns:elsewhere.example")
            .sign("old", "-10d", 5, "dns:localhost")
            .sign("mutual", "-1d", 10, "dns:client");
    other = new MadeCertificates(folder.resolve("other"), "authority");
    provider = new TokenServer();
    stranger = new TokenServer();
    // One process plays all parts here: the service's own address alone would be allowed.
    System.setProperty(
        "org.apache.kafka.sasl.oauthbearer.allowed.urls",
        String.join(",", provider.tokens(), provider.keys(), stranger.tokens()));
    broker =
        new SecureBroker(
            folder.resolve("broker"), right, PASSWORD, FreePort.any(), provider.keys());
    store = new SecureStore(folder.resolve("store"), right, "server", "secret");
  }

  @AfterAll
  static void stop() throws Exception {
    broker.close();
    store.close();
    provider.close();
    stranger.close();
    System.clearProperty("org.apache.kafka.sasl.oauthbearer.allowed.urls");
  }

  private static BrokerSettings sasl(String mechanism) {
    return BrokerSettings.of(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", mechanism))
        .at(broker.secure())
        .as("chiasm", PASSWORD)
        .trusting(right.ca());
  }

  private static BrokerSettings ssl(String address) {
    return BrokerSettings.of(Map.of("security.protocol", "SSL")).at(address).trusting(right.ca());
  }

  private static void ask(BrokerSettings settings) {
    ask(settings, PATIENCE);
  }

  private static void ask(BrokerSettings settings, Duration patience) {
    try (Topics topics = Topics.within(patience, Brokers.of(settings))) {
      topics.requireShareGroups();
    }
  }

  private static void assertRefused(BrokerSettings settings, String words) {
    assertThatThrownBy(() -> ask(settings))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(words)
        .hasMessageNotContaining(PASSWORD)
        .hasMessageNotContaining("\n");
  }

  @Test
  void loginsWithAPasswordOfAnyCharacters() {
    for (String mechanism : List.of("SCRAM-SHA-512", "PLAIN")) {
      assertThatCode(() -> ask(sasl(mechanism))).as(mechanism).doesNotThrowAnyException();
    }
  }

  @Test
  void aTokenOfTheProviderIsFetchedAndAccepted() {
    assertThatCode(() -> ask(oauth(provider))).doesNotThrowAnyException();
    String credentials = "chiasm:client-secret";
    assertThat(provider.asked())
        .isNotEmpty()
        .containsOnly(
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aTokenThatSomebodyElseSignedIsRefused() {
    assertRefused(oauth(stranger), "the login is refused");
  }

  private static BrokerSettings oauth(TokenServer tokens) {
    return BrokerSettings.of(
            Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "OAUTHBEARER",
                "sasl.oauthbearer.token.endpoint.url",
                tokens.tokens()))
        .at(broker.secure())
        .as("chiasm", "client-secret")
        .trusting(right.ca());
  }

  @Test
  void bothSidesShowCertificates() {
    BrokerSettings without = ssl(broker.mutual());
    ask(without.showing(right.certificate("mutual"), right.key("mutual")));
    assertRefused(without, "no secure connection");
  }

  @Test
  void whatIsWrongWithALoginIsSaid() {
    assertRefused(sasl("SCRAM-SHA-512").as("chiasm", "wrong"), "the login is refused");
    assertRefused(sasl("SCRAM-SHA-512").as("nobody", PASSWORD), "check CHIASM_KAFKA_USERNAME");
    assertRefused(sasl("SCRAM-SHA-256"), "SCRAM-SHA-512");
  }

  @Test
  void whatIsWrongWithACertificateIsSaid() {
    assertRefused(sasl("PLAIN").trusting(other.ca()), "CHIASM_KAFKA_CA");
    assertRefused(
        sasl("PLAIN").at(broker.secure().replace("localhost", "127.0.0.1")),
        "not for this host name");
  }

  @Test
  void aPortThatSpeaksOtherwiseIsNamed() {
    assertRefused(
        BrokerSettings.plain(broker.secure()),
        "the port speaks TLS; set KAFKA_SECURITY_PROTOCOL to SSL or SASL_SSL");
    assertRefused(ssl(broker.open()), "does not speak TLS");
  }

  @Test
  void anUnknownHostAndAClosedPortMayComeYet() throws Exception {
    assertThatThrownBy(() -> ask(BrokerSettings.plain("broker.invalid:9092"), IN_VAIN))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("broker.invalid:9092 is no known host");
    int closed = FreePort.any();
    assertThatThrownBy(() -> ask(BrokerSettings.plain("127.0.0.1:" + closed), IN_VAIN))
        .isInstanceOf(TransientException.class)
        .hasMessageContaining("cannot be reached");
  }

  @Test
  void topicsThatMayNotBeMadeAreListed() throws Exception {
    // Given
    Brokers user = Brokers.of(sasl("SCRAM-SHA-512"));
    TopicSettings checked =
        new TopicSettings(
            false,
            OptionalInt.empty(),
            OptionalInt.empty(),
            Duration.ofDays(1),
            Duration.ofDays(1));
    try (Topics topics = Topics.within(PATIENCE, user);
        Topics administrator = Topics.within(PATIENCE, Brokers.at(broker.open()))) {
      // When, then
      assertThatThrownBy(() -> topics.prepare(TopicSettings.DEFAULT))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("missing topics extraction-tasks (1 partition), activations")
          .hasMessageContaining("dead-letters (1 partition), not created")
          .hasMessageContaining("create them with max.message.bytes=8388608");
      // Given
      administrator.prepare(TopicSettings.DEFAULT, EnumSet.of(Topic.EXTRACTION_TASKS));
      broker.allow(
          List.of(
              right(ResourceType.TOPIC, Topic.EXTRACTION_TASKS.label(), AclOperation.ALL),
              right(ResourceType.GROUP, "encoding-tasks-workers", AclOperation.DESCRIBE_CONFIGS)));
      // When, then
      untilItIsSo(() -> topics.prepare(checked, EnumSet.of(Topic.EXTRACTION_TASKS)));
      assertThatThrownBy(
              () ->
                  topics.prepare(checked, EnumSet.of(Topic.EXTRACTION_TASKS, Topic.ENCODING_TASKS)))
          .isInstanceOf(InputException.class)
          .hasMessageNotContaining("extraction-tasks")
          .hasMessageContaining("missing topics encoding-tasks (1 partition)")
          .hasMessageContaining("share.auto.offset.reset is latest, must be earliest")
          .hasMessageContaining("--entity-type groups --entity-name encoding-tasks-workers");
    }
  }

  /** A new right is known to the broker a moment later. */
  private static void untilItIsSo(Runnable check) throws InterruptedException {
    for (long end = System.nanoTime() + PATIENCE.toNanos(); ; Thread.sleep(50)) {
      try {
        check.run();
        return;
      } catch (InputException e) {
        if (System.nanoTime() > end) {
          throw e;
        }
      }
    }
  }

  private static AclBinding right(ResourceType type, String name, AclOperation operation) {
    return new AclBinding(
        new ResourcePattern(type, name, PatternType.LITERAL),
        new AccessControlEntry("User:chiasm", "*", operation, AclPermissionType.ALLOW));
  }

  @Test
  void aKafkaClientReadsNewCertificates() throws Exception {
    // Given
    Path ca = folder.resolve("kafka-ca.pem");
    Files.copy(other.ca(), ca, StandardCopyOption.REPLACE_EXISTING);
    BrokerSettings settings = sasl("PLAIN").trusting(ca);
    try (Topics topics = Topics.within(PATIENCE, Brokers.of(settings))) {
      assertThatThrownBy(topics::requireShareGroups).isInstanceOf(InputException.class);
      // When
      Files.copy(right.ca(), ca, StandardCopyOption.REPLACE_EXISTING);
      // Then
      assertThatCode(topics::requireShareGroups).doesNotThrowAnyException();
    }
  }

  private static StoreSettings at(String endpoint, Path authority) {
    return new StoreSettings(
        URI.create(endpoint),
        "secured",
        SecureStore.ACCESS_KEY,
        "secret",
        "us-east-1",
        Optional.of(authority),
        Optional.of(true));
  }

  @Test
  void theStoreReadsNewCertificates() throws Exception {
    // Given
    Path ca = folder.resolve("store-ca.pem");
    Files.copy(other.ca(), ca, StandardCopyOption.REPLACE_EXISTING);
    try (MinioStore minio = MinioStore.at(at(store.endpoint().toString(), ca))) {
      assertThatThrownBy(minio::makeBucket)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("CHIASM_STORE_CA");
      // When
      Files.copy(right.ca(), ca, StandardCopyOption.REPLACE_EXISTING);
      // Then
      minio.makeBucket();
      ObjectKey key = new ObjectKey("a/b");
      minio.put(key, Content.of(new byte[9 << 20]));
      assertThat(minio.stat(key).orElseThrow().bytes()).isEqualTo(9 << 20);
    }
  }

  @Test
  void whatIsWrongWithTheStoresCertificateIsSaid() throws Exception {
    try (SecureStore elsewhere =
            new SecureStore(folder.resolve("elsewhere"), right, "elsewhere", "secret");
        SecureStore old = new SecureStore(folder.resolve("old"), right, "old", "secret")) {
      assertStoreRefused(elsewhere.endpoint().toString(), "not for this host name");
      assertStoreRefused(old.endpoint().toString(), "has expired");
    }
  }

  private static void assertStoreRefused(String endpoint, String words) {
    try (MinioStore minio = MinioStore.at(at(endpoint, right.ca()))) {
      assertThatThrownBy(minio::makeBucket)
          .isInstanceOf(InputException.class)
          .hasMessageContaining(words);
    }
  }

  @Test
  void aStoreSpokenToInTheClearSaysSo() {
    StoreSettings plain =
        new StoreSettings(
            URI.create("http://localhost:" + store.port()),
            "secured",
            SecureStore.ACCESS_KEY,
            "secret",
            "us-east-1");
    try (MinioStore minio = MinioStore.at(plain)) {
      assertThatThrownBy(minio::makeBucket)
          .isInstanceOf(InputException.class)
          .hasMessageContaining("https://");
    }
  }
}
