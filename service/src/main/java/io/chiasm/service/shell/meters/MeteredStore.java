package io.chiasm.service.shell.meters;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.telemetry.StoreEvents;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests to the object store as meters. */
final class MeteredStore implements StoreEvents {
  private static final Logger LOG = LoggerFactory.getLogger(MeteredStore.class);

  private final Map<Operation, Timer> requests = new EnumMap<>(Operation.class);
  private final Map<Operation, Counter> errors = new EnumMap<>(Operation.class);
  private final Counter divergences;
  private final Counter read;
  private final Counter written;

  MeteredStore(MeterRegistry registry) {
    for (Operation operation : Operation.values()) {
      requests.put(
          operation,
          Buckets.REQUEST
              .timer("chiasm.store.request")
              .description("time that the object store took, each try by itself")
              .tag("operation", operation.label())
              .register(registry));
      errors.put(
          operation,
          Counter.builder("chiasm.store.errors")
              .description("requests that the object store did not answer or refused")
              .tag("operation", operation.label())
              .register(registry));
    }
    divergences =
        Counter.builder("chiasm.divergences")
            .description("objects whose computations, or whose references, disagree")
            .register(registry);
    read = bytes(registry, "chiasm.store.read", "bytes of objects read");
    written = bytes(registry, "chiasm.store.written", "bytes of objects written");
  }

  private static Counter bytes(MeterRegistry registry, String name, String description) {
    return Counter.builder(name).baseUnit("bytes").description(description).register(registry);
  }

  @Override
  public void requested(Operation operation, Duration took, long bytes, boolean failed) {
    Objects.requireNonNull(requests.get(operation)).record(took);
    if (failed) {
      Objects.requireNonNull(errors.get(operation)).increment();
    }
    if (operation == Operation.GET) {
      read.increment(bytes);
    } else if (operation == Operation.PUT) {
      written.increment(bytes);
    }
  }

  @Override
  public void diverged(ObjectKey key, ObjectStat kept, ObjectStat other) {
    divergences.increment();
    LOG.error(
        "diverged key={} kept={} bytes={} other={} bytes={}",
        key,
        kept.sha256(),
        kept.bytes(),
        other.sha256(),
        other.bytes());
  }
}
