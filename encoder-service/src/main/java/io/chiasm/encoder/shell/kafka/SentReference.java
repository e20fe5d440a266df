package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.StoreEvents;
import io.chiasm.contracts.tensor.TensorRef;

/**
 * Compares the reference that came with an event with what the store says of the object. The store
 * is the truth and is what is computed from; but a difference means that two workers, or a worker
 * and the store, disagree about one object, and somebody should know.
 */
final class SentReference {
  private final TensorStore store;
  private final StoreEvents events;

  SentReference(TensorStore store, StoreEvents events) {
    this.store = store;
    this.events = events;
  }

  /** An object that is gone was collected since, or the event is of another store's time. */
  void compare(TensorRef sent) {
    ObjectStat told = new ObjectStat(sent.bytes(), sent.sha256());
    store
        .stat(sent.key())
        .filter(there -> there.sha256() != null && !there.equals(told))
        .ifPresent(there -> events.diverged(sent.key(), there, told));
  }
}
