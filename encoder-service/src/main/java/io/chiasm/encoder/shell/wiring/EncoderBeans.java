package io.chiasm.encoder.shell.wiring;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.DeadLetters;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.service.Connections;
import io.chiasm.contracts.shell.service.LoggedWork;
import io.chiasm.contracts.shell.service.QueueWorkers;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.encoder.shell.config.EncoderConfig;
import io.chiasm.encoder.shell.kafka.Computing;
import io.chiasm.encoder.shell.kafka.EncodingHandler;
import io.chiasm.encoder.work.Resources;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;

/** Who is given what in the encoder. */
@ApplicationScoped
class EncoderBeans {
  private static final int EXIT_ON_BUG = 70;

  private final EncoderConfig config;

  EncoderBeans(EncoderConfig config) {
    this.config = config;
  }

  @Produces
  @Singleton
  TensorStore store() {
    return Connections.store(config.store());
  }

  @Produces
  @Singleton
  Publisher publisher() {
    return new Publisher(config.kafka(), "encoder");
  }

  @Produces
  @Singleton
  Computing computing() {
    EncoderConfig.Encoder encoder = config.encoder();
    return new Computing(
        new Resources(
            encoder.threads().orElse(Runtime.getRuntime().availableProcessors()),
            encoder.memory().asLongValue(),
            encoder.scratch().orElse(Path.of(System.getProperty("java.io.tmpdir")))));
  }

  @Produces
  @Singleton
  @Startup
  QueueWorkers workers(TensorStore store, Publisher publisher, Computing computing) {
    requireShareGroups();
    return new QueueWorkers(
        config.kafka(),
        Topic.ENCODING_TASKS,
        1,
        new EncodingHandler(store, publisher, computing),
        new DeadLetters(store, publisher),
        new LoggedWork(() -> Quarkus.asyncExit(EXIT_ON_BUG)));
  }

  private void requireShareGroups() {
    try (Topics topics = new Topics(config.kafka())) {
      topics.requireShareGroups();
    }
  }

  void stop(@Disposes QueueWorkers workers) {
    workers.close();
  }

  void stop(@Disposes Publisher publisher) {
    publisher.close();
  }
}
