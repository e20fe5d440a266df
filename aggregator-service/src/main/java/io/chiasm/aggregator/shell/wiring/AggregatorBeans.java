package io.chiasm.aggregator.shell.wiring;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.aggregator.shell.health.DeadLetterOffice;
import io.chiasm.aggregator.shell.health.LetterBox;
import io.chiasm.aggregator.shell.health.PipelineReader;
import io.chiasm.aggregator.shell.health.Statuses;
import io.chiasm.aggregator.shell.health.Watch;
import io.chiasm.aggregator.shell.reporting.StudyReporter;
import io.chiasm.aggregator.shell.results.Previews;
import io.chiasm.aggregator.shell.results.Results;
import io.chiasm.aggregator.shell.study.Housekeeping;
import io.chiasm.aggregator.shell.study.KeptCosts;
import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.aggregator.shell.upload.NonceFile;
import io.chiasm.aggregator.shell.upload.UploadBuckets;
import io.chiasm.aggregator.shell.upload.Uploads;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.data.DataPath;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.service.Connecting;
import io.chiasm.contracts.shell.service.Connections;
import io.chiasm.contracts.shell.service.ServiceConfig;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.Telemetry;
import io.chiasm.contracts.telemetry.Tracing;
import io.chiasm.contracts.upload.UploadLimits;
import io.chiasm.service.shell.meters.MeteredStages;
import io.chiasm.study.shell.importing.DatasetImporter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.InstantSource;
import java.util.EnumSet;

/** Who is given what in the aggregator. */
@ApplicationScoped
class AggregatorBeans {

  /** After the connections, before the studies. */
  private static final int SENT_FILES = 2;

  private final AggregatorConfig config;

  AggregatorBeans(AggregatorConfig config) {
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
    return new Telemetry(
        tracing,
        new MeteredStages(
            registry,
            EnumSet.of(Stage.IMPORT, Stage.REPORT),
            EnumSet.of(Stage.EXTRACTION, Stage.ENCODING),
            EnumSet.noneOf(Topic.class)));
  }

  @Produces
  @Singleton
  Topics topics(Connections connections) {
    return new Topics(connections.brokers());
  }

  @Produces
  @Singleton
  @Startup
  Studies studies(TensorStore store, Publisher publisher, Topics topics, Telemetry telemetry) {
    return new Studies(
        store,
        publisher,
        topics,
        new DatasetImporter(store),
        new StudyReporter(store, Clock.systemUTC()),
        telemetry,
        config.aggregator());
  }

  @Produces
  @Singleton
  @Startup
  Connecting connecting(Connections connections, Studies studies) {
    return connections.connecting(EnumSet.allOf(Topic.class), studies::recover).start();
  }

  @Produces
  @Singleton
  LetterBox letterBox(Connections connections, TensorStore store, Studies studies) {
    LetterBox box = new LetterBox(store, connections.brokers());
    studies.onRestart(box::studyRestarted);
    return box;
  }

  @Produces
  @Singleton
  DeadLetterOffice deadLetterOffice(LetterBox box, Studies studies) {
    return new DeadLetterOffice(box, studies);
  }

  @Produces
  @Singleton
  @Startup
  Watch watch(Connections connections, Studies studies, LetterBox letters, MeterRegistry meters) {
    InstantSource clock = InstantSource.system();
    return new Watch(
        studies,
        connections::askStore,
        new PipelineReader(connections.brokers(), studies::held, clock),
        letters,
        clock,
        config.aggregator().pulse(),
        new PipelineMeters(meters));
  }

  @Produces
  @Singleton
  Statuses statuses(Studies studies, Watch watch) {
    return new Statuses(studies, watch::told);
  }

  /** Studies that were taken up again may read what was sent, so it is readable from the start. */
  @Produces
  @Singleton
  @Startup(SENT_FILES)
  Uploads uploads(TensorStore store, Studies studies) {
    DataPath.serve(new UploadBuckets(store));
    return new Uploads(
        store,
        new UploadLimits(
            config.uploads(),
            config.uploadsMostPerFile().asLongValue(),
            config.uploadsMostInAll().asLongValue()),
        config.uploadsMostKept().asLongValue(),
        studies.starts());
  }

  @Produces
  @Singleton
  NonceFile nonceFile() {
    return new NonceFile();
  }

  void stop(@Disposes NonceFile file) {
    file.close();
  }

  @Produces
  @Singleton
  Results results(TensorStore store) {
    return new Results(store);
  }

  @Produces
  @Singleton
  KeptCosts keptCosts(TensorStore store) {
    return new KeptCosts(store);
  }

  @Produces
  @Singleton
  Housekeeping housekeeping(TensorStore store, Studies studies) {
    return new Housekeeping(store, studies.starts(), InstantSource.system());
  }

  @Produces
  @Singleton
  Previews previews(Studies studies, Results results) {
    return new Previews(studies, results, config.aggregator().preview());
  }

  void stop(@Disposes Watch watch) {
    watch.close();
  }

  void stop(@Disposes Studies studies) {
    studies.close();
  }

  void stop(@Disposes Topics topics) {
    topics.close();
  }
}
