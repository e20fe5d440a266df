package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What the store holds at one moment. A folder is listed once, when it is first asked for, however
 * many studies are compared with it: a store with a hundred studies holds the results of all of
 * them in one folder. Not for several threads.
 */
final class Listing {
  private final TensorStore store;
  private final Map<ObjectKey, Set<ObjectKey>> folders = new HashMap<>();

  Listing(TensorStore store) {
    this.store = store;
  }

  boolean exists(ObjectKey key) {
    return folders
        .computeIfAbsent(folder(key), folder -> new HashSet<>(store.list(folder)))
        .contains(key);
  }

  private static ObjectKey folder(ObjectKey object) {
    return new ObjectKey(object.value().substring(0, object.value().lastIndexOf('/')));
  }
}
