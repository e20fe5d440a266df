package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.store.TensorStore;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * What a study has seen in the store, written down in parts, so that the next process need not ask
 * for each of ten thousand objects again. What is lost of it is only asked for again. For one
 * thread.
 */
final class Sightings {
  /** Of fewer objects it is as well to ask. */
  static final int PART = 500;

  private final TensorStore store;
  private final ObjectKey folder;
  private final Set<ObjectKey> kept = new HashSet<>();

  Sightings(TensorStore store, String study) {
    this.store = store;
    this.folder = ObjectLayout.sightings(study);
  }

  /** What processes before wrote down. */
  Set<ObjectKey> read(Requests requests) {
    Set<ObjectKey> read = ConcurrentHashMap.newKeySet();
    requests.each(store.list(folder), part -> read.addAll(read(part)));
    kept.addAll(read);
    return read;
  }

  /** Nothing of it is to be believed any more. */
  void forget() {
    forget(store, folder);
    kept.clear();
  }

  static void forget(TensorStore store, String study) {
    forget(store, ObjectLayout.sightings(study));
  }

  private static void forget(TensorStore store, ObjectKey folder) {
    store.list(folder).forEach(store::delete);
  }

  /** Writes down what is new, if that is worth a request. */
  void keep(Seen seen) {
    if (seen.count() - kept.size() < PART) {
      return;
    }
    List<ObjectKey> fresh =
        seen.all().stream().filter(key -> !kept.contains(key)).sorted().toList();
    String text = fresh.stream().map(ObjectKey::value).collect(Collectors.joining("\n"));
    byte[] part = text.getBytes(StandardCharsets.UTF_8);
    store.put(folder.child(Sha256.of(part) + ".txt"), Content.of(part));
    kept.addAll(fresh);
  }

  private List<ObjectKey> read(ObjectKey part) {
    String text = new String(store.read(part), StandardCharsets.UTF_8);
    return text.lines().map(ObjectKey::parse).flatMap(Optional::stream).toList();
  }
}
