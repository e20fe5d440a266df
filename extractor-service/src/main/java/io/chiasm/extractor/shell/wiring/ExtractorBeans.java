package io.chiasm.extractor.shell.wiring;

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
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.telemetry.WorkMeters;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.ExtractionSettings;
import io.chiasm.extraction.image.ImageLimits;
import io.chiasm.extraction.image.PhotographDecoder;
import io.chiasm.extraction.shell.djl.DjlNetworks;
import io.chiasm.extractor.shell.config.ExtractorConfig;
import io.chiasm.extractor.shell.kafka.ExtractionHandler;
import io.chiasm.extractor.shell.kafka.OpenNetwork;
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
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/** Who is given what in the extractor. */
@ApplicationScoped
class ExtractorBeans {
  private static final int EXIT_ON_BUG = 70;

  /** What this service reads or writes. */
  private static final Set<Topic> TOPICS =
      Collections.unmodifiableSet(
          EnumSet.of(Topic.EXTRACTION_TASKS, Topic.ACTIVATIONS, Topic.DEAD_LETTERS));

  private final ExtractorConfig config;

  ExtractorBeans(ExtractorConfig config) {
    this.config = config;
  }

  /** The settings that it has like every service. */
  @Produces
  @Singleton
  ServiceConfig settings() {
    return config;
  }

  /** One task at a time, whose batches use all processors. */
  @Produces
  @Singleton
  @Startup
  QueueWorkers workers(
      Connections connections,
      TensorStore store,
      Publisher publisher,
      MeterRegistry registry,
      Tracing tracing) {
    int threads = config.extractor().threads().orElse(Runtime.getRuntime().availableProcessors());
    ExtractionSettings settings = new ExtractionSettings(config.extractor().batch(), threads);
    WorkMeters meters =
        new MeteredStages(
            registry, Set.of(Stage.EXTRACTION), Set.of(), Set.of(Topic.EXTRACTION_TASKS));
    ExtractionHandler handler =
        new ExtractionHandler(
            store,
            publisher,
            meters,
            new OpenNetwork(store, new DjlNetworks(config.extractor().device()).checked()),
            new Extraction(new PhotographDecoder(ImageLimits.DEFAULT), settings));
    return new QueueWorkers(
        connections.brokers(),
        Topic.EXTRACTION_TASKS,
        1,
        handler,
        store,
        publisher,
        new MeteredWork(
            registry,
            meters,
            Topic.EXTRACTION_TASKS,
            1,
            new LoggedWork(() -> Quarkus.asyncExit(EXIT_ON_BUG))),
        tracing);
  }

  @Produces
  @Singleton
  @Startup
  Connecting connecting(Connections connections, QueueWorkers workers) {
    return connections.connecting(TOPICS, workers::start).start();
  }

  /** While store and brokers can still be reached. */
  void finish(
      @Observes @Priority(ConnectionBeans.BEFORE_END) ShutdownEvent event, QueueWorkers workers) {
    workers.finish(Grace.untilNextSignal(config.extractor().grace()));
  }
}
