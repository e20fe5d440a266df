package io.chiasm.contracts.shell.kafka;

import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;

/** Where tasks go that will never work: first the failure as an object, then the dead letter. */
public final class DeadLetters {
  private final TensorStore store;
  private final Publisher publisher;

  public DeadLetters(TensorStore store, Publisher publisher) {
    this.store = store;
    this.publisher = publisher;
  }

  /** Records the failure. A task that names no study, or none there can be, is a letter only. */
  public void add(DeadLetter letter) {
    if (ObjectKey.parse(letter.study()).isPresent() && ObjectKey.parse(letter.id()).isPresent()) {
      var failure = new FailureDocument(letter.id(), letter.origin(), letter.reason());
      store.put(ObjectLayout.failure(letter.study(), letter.id()), Content.of(Json.write(failure)));
    }
    publisher.publish(letter);
  }
}
