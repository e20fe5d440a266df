package io.chiasm.encoder.shell.wiring;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.service.Connecting;
import io.chiasm.contracts.shell.service.Connections;
import io.chiasm.contracts.shell.service.Grace;
import io.chiasm.contracts.shell.service.LoggedWork;
import io.chiasm.contracts.shell.service.QueueWorkers;
import io.chiasm.contracts.shell.service.ServiceConfig;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.telemetry.WorkMeters;
import io.chiasm.encoder.shell.config.EncoderConfig;
import io.chiasm.encoder.shell.kafka.Computing;
import io.chiasm.encoder.shell.kafka.EncodingHandler;
import io.chiasm.encoding.work.Resources;
import io.chiasm.service.shell.ConnectionBeans;
import io.chiasm.service.shell.meters.MeteredStages;
import io.chiasm.service.shell.meters.MeteredWork;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who is given what in the encoder. */
@ApplicationScoped
class EncoderBeans {
  private static final int EXIT_ON_BUG = 70;

  /** What this service reads or writes. */
  private static final Set<Topic> TOPICS =
      Collections.unmodifiableSet(
          EnumSet.of(Topic.ACTIVATIONS, Topic.ENCODING_TASKS, Topic.ENCODINGS, Topic.DEAD_LETTERS));

  private final EncoderConfig config;

  EncoderBeans(EncoderConfig config) {
    this.config = config;
  }

  /** The settings that it has like every service. */
  @Produces
  @Singleton
  ServiceConfig settings() {
    return config;
  }

  @Produces
  @Singleton
  Telemetry telemetry(MeterRegistry registry, Tracing tracing) {
    WorkMeters meters =
        new MeteredStages(
            registry,
            EnumSet.of(Stage.GRAM, Stage.ENCODING),
            Set.of(),
            EnumSet.of(Topic.ACTIVATIONS, Topic.ENCODING_TASKS));
    return new Telemetry(tracing, meters);
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
  QueueWorkers workers(
      Connections connections,
      TensorStore store,
      Publisher publisher,
      Computing computing,
      MeterRegistry registry,
      Telemetry telemetry) {
    return new QueueWorkers(
        connections.brokers(),
        Topic.ENCODING_TASKS,
        1,
        new EncodingHandler(store, publisher, telemetry.meters(), computing),
        store,
        publisher,
        new MeteredWork(
            registry,
            telemetry.meters(),
            Topic.ENCODING_TASKS,
            1,
            new LoggedWork(() -> Quarkus.asyncExit(EXIT_ON_BUG))),
        telemetry.tracing());
  }

  @Produces
  @Singleton
  @Startup
  Connecting connecting(Connections connections, QueueWorkers workers) {
    return connections.connecting(TOPICS, workers::start).start();
  }

  /** While store and brokers can still be reached. */
  void finish(
      @Observes @Priority(ConnectionBeans.BEFORE_END) ShutdownEvent event,
      QueueWorkers workers,
      Computing computing) {
    Grace grace = Grace.untilNextSignal(config.encoder().grace());
    workers.finish(grace);
    computing.finish(grace);
  }
}
