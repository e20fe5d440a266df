package io.chiasm.service.shell.meters;

import io.chiasm.contracts.telemetry.StoreEvents;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What every service measures. */
@ApplicationScoped
class MeterBeans {
  @Produces
  @Singleton
  StoreEvents store(MeterRegistry registry) {
    return new MeteredStore(registry);
  }

  void started(@Observes StartupEvent event, MeterRegistry registry) {
    ProcessMemory.register(registry);
  }
}
