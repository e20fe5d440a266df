package io.chiasm.service.shell;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.service.Connecting;
import io.chiasm.contracts.shell.service.Connections;
import io.chiasm.contracts.shell.service.ServiceConfig;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.StoreEvents;
import io.chiasm.contracts.telemetry.Tracing;
import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.Startup;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The connections of a service, from its settings to its end. */
@ApplicationScoped
public class ConnectionBeans {
  private static final int EXIT_ON_INPUT = 2;
  private static final int FIRST = 1;
  private static final int END = 2000;

  /** For those who need the connections when the service ends. */
  public static final int BEFORE_END = END - 1;

  /** Settings that are wrong end the process with one sentence, before anything else is made. */
  @Produces
  @Singleton
  @Startup(FIRST)
  Connections connections(ServiceConfig config, Config all, StoreEvents events) {
    try {
      return Connections.of(config, all, events);
    } catch (InputException e) {
      // Thrown by itself it would be taken for an orderly end of the start.
      throw new IllegalStateException(
          new PreventFurtherStepsException(e.getMessage(), EXIT_ON_INPUT));
    }
  }

  @Produces
  @Singleton
  TensorStore store(Connections connections) {
    return connections.store();
  }

  /** Sends in the name of the application without the project's. */
  @Produces
  @Singleton
  Publisher publisher(
      Connections connections,
      Tracing tracing,
      @ConfigProperty(name = "quarkus.application.name") String application) {
    return new Publisher(connections.brokers(), application.replaceFirst("^chiasm-", ""), tracing);
  }

  void end(
      @Observes @Priority(END) ShutdownEvent event,
      Connections connections,
      Connecting connecting) {
    connecting.close();
    connections.end();
  }

  void stop(@Disposes Publisher publisher) {
    publisher.close();
  }

  void stop(@Disposes Connections connections) {
    connections.close();
  }
}
