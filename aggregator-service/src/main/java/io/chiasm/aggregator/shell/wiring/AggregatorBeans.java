package io.chiasm.aggregator.shell.wiring;

import io.chiasm.aggregator.shell.config.AggregatorConfig;
import io.chiasm.aggregator.shell.study.DatasetImporter;
import io.chiasm.aggregator.shell.study.Results;
import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.aggregator.shell.study.StudyReporter;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.Topics;
import io.chiasm.contracts.shell.service.Connections;
import io.chiasm.contracts.shell.service.ParentWatch;
import io.chiasm.contracts.store.TensorStore;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;

/** Who is given what in the aggregator. */
@ApplicationScoped
class AggregatorBeans {
  private final AggregatorConfig config;

  AggregatorBeans(AggregatorConfig config) {
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
    return new Publisher(config.kafka(), "aggregator");
  }

  @Produces
  @Singleton
  Topics topics() {
    return new Topics(config.kafka());
  }

  @Produces
  @Singleton
  @Startup
  Studies studies(TensorStore store, Publisher publisher, Topics topics) {
    ParentWatch.start(config.parent(), Quarkus::asyncExit);
    topics.requireShareGroups();
    Studies studies =
        new Studies(
            store,
            publisher,
            topics,
            new DatasetImporter(store),
            new StudyReporter(store, Clock.systemUTC()),
            config.aggregator());
    studies.recover();
    return studies;
  }

  @Produces
  @Singleton
  Results results(TensorStore store) {
    return new Results(store);
  }

  void stop(@Disposes Studies studies) {
    studies.close();
  }

  void stop(@Disposes Publisher publisher) {
    publisher.close();
  }

  void stop(@Disposes Topics topics) {
    topics.close();
  }
}
