package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.shell.json.Json;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** JSON documents in the store. */
final class Documents {
  private final TensorStore store;

  Documents(TensorStore store) {
    this.store = store;
  }

  <T> T get(ObjectKey key, Class<T> type) {
    try (InputStream in = store.open(key)) {
      return Json.read(in.readAllBytes(), type, key.value());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void put(ObjectKey key, Object document) {
    store.put(key, Content.of(Json.write(document)));
  }
}
