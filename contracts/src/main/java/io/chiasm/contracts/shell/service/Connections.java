package io.chiasm.contracts.shell.service;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.BrokerSettings;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.shell.kafka.TopicSettings;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.minio.StoreConnection;
import io.chiasm.contracts.shell.minio.StoreSettings;
import io.chiasm.contracts.shell.secret.Secret;
import io.chiasm.contracts.store.RetryPolicy;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.StoreEvents;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;

/** What a service is connected to. Making this sends nothing yet: see {@link Connecting}. */
public final class Connections implements AutoCloseable {
  /** A broker that is there answers sooner; one that is not is asked again. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Brokers brokers;
  private final TopicSettings topicSettings;
  private final StoreConnection store;
  private final CountDownLatch ended = new CountDownLatch(1);

  private Connections(
      Brokers brokers,
      TopicSettings topicSettings,
      StoreSettings storeSettings,
      StoreEvents events) {
    this.brokers = brokers;
    this.topicSettings = topicSettings;
    this.store =
        StoreConnection.at(
            storeSettings,
            StoreConnection.retry(RetryPolicy.STANDARD, this::waitUnlessEnded),
            events);
  }

  /**
   * As set.
   *
   * @param all where settings of Kafka's own are found
   * @param events are told of every request to the store
   * @throws io.chiasm.contracts.failure.InputException naming the setting that is wrong
   */
  public static Connections of(ServiceConfig config, Config all, StoreEvents events) {
    return new Connections(
        brokers(config, all), topics(config.topics()), store(config.store()), events);
  }

  private static Brokers brokers(ServiceConfig config, Config all) {
    return Brokers.of(
        new BrokerSettings(
            config.kafka(),
            Secret.find(
                "CHIASM_KAFKA_USERNAME", config.kafkaUsername(), config.kafkaUsernameFile()),
            Secret.find(
                "CHIASM_KAFKA_PASSWORD", config.kafkaPassword(), config.kafkaPasswordFile()),
            config.kafkaCa(),
            config.kafkaCertificate(),
            config.kafkaKey(),
            KafkaVariables.of(all)));
  }

  private static TopicSettings topics(ServiceConfig.Topics topics) {
    return new TopicSettings(
        topics.create(),
        topics.replication(),
        topics.partitions(),
        topics.retention(),
        topics.deadLetterRetention());
  }

  private static StoreSettings store(ServiceConfig.Store store) {
    return new StoreSettings(
        store.endpoint(),
        store.bucket(),
        Secret.require("CHIASM_STORE_ACCESS_KEY", store.accessKey(), store.accessKeyFile()),
        Secret.require("CHIASM_STORE_SECRET_KEY", store.secretKey(), store.secretKeyFile()),
        store.region(),
        store.ca(),
        store.pathStyle());
  }

  public Brokers brokers() {
    return brokers;
  }

  /** The object store, verified and retried. */
  public TensorStore store() {
    return store.store();
  }

  /**
   * A small question to the store that is asked once.
   *
   * @throws io.chiasm.contracts.failure.TransientException if it does not answer
   */
  public void askStore() {
    store.makeBucket();
  }

  /**
   * Goes on in the background until store and brokers are there, then begins work.
   *
   * @param topics that this service reads or writes
   * @param work what begins when all is there; may be called again if it fails
   */
  public Connecting connecting(Set<Topic> topics, Runnable work) {
    Map<String, Runnable> parts = new LinkedHashMap<>();
    parts.put("object store", store::makeBucket);
    parts.put("broker", () -> checkBroker(topics));
    return new Connecting(parts, work);
  }

  private void checkBroker(Set<Topic> topics) {
    try (Topics asked = Topics.within(PATIENCE, brokers)) {
      asked.requireShareGroups();
      asked.prepare(topicSettings, topics);
    }
  }

  private void waitUnlessEnded(Duration length) throws InterruptedException {
    if (ended.await(length.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new InterruptedException("the process ends");
    }
  }

  /** From here on nothing waits for a store that is away. */
  public void end() {
    ended.countDown();
  }

  @Override
  public void close() {
    end();
    store.close();
  }
}
