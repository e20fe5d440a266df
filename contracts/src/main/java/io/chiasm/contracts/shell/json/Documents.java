package io.chiasm.contracts.shell.json;

import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;

/** JSON documents in the store. */
public final class Documents {
  private final TensorStore store;

  public Documents(TensorStore store) {
    this.store = store;
  }

  /**
   * Reads a document.
   *
   * @throws io.chiasm.contracts.store.MissingObjectException if there is none
   * @throws io.chiasm.contracts.failure.InputException if it is not of this type
   */
  public <T> T get(ObjectKey key, Class<T> type) {
    return Json.read(store.read(key), type, key.value());
  }

  /** Writes a document, over what is there. */
  public void put(ObjectKey key, Object document) {
    store.put(key, Content.of(Json.write(document)));
  }
}
