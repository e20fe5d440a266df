package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.FailureDocument;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.study.keeping.References;
import io.chiasm.study.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the store holds of studies. */
public final class StudyObjects {
  private final TensorStore store;
  private final Documents documents;

  public StudyObjects(TensorStore store) {
    this.store = store;
    this.documents = new Documents(store);
  }

  TensorStore store() {
    return store;
  }

  /**
   * Keeps the owner of a study that is known, be it that it has none. One that was deleted before
   * begins with nothing of its former life.
   */
  void register(Registration registration, @Nullable String owner) {
    String study = registration.study();
    if (!store.exists(ObjectLayout.registration(study))) {
      store.list(ObjectLayout.study(study)).forEach(store::delete);
      if (owner != null) {
        put(ownerKey(study), new Owner(owner));
      }
    }
    put(ObjectLayout.registration(study), registration);
  }

  Optional<String> owner(String study) {
    return ObjectKey.parse(study)
        .map(known -> ownerKey(known.value()))
        .filter(store::exists)
        .map(key -> get(key, Owner.class).name());
  }

  /** Whether tasks of this study are skipped: it was cancelled or deleted. */
  boolean isCancelled(String study) {
    return ObjectKey.parse(study).isPresent() && store.exists(ObjectLayout.cancelled(study));
  }

  List<Registration> registrations() {
    return store.list(ObjectLayout.registry()).stream()
        .map(key -> get(key, Registration.class))
        .toList();
  }

  Optional<Registration> registration(String study) {
    return ObjectKey.parse(study)
        .map(known -> ObjectLayout.registration(known.value()))
        .filter(store::exists)
        .map(key -> get(key, Registration.class));
  }

  /** Ids of all studies known. */
  List<String> studies() {
    return store.list(ObjectLayout.registry()).stream().map(ObjectLayout::stem).toList();
  }

  /**
   * Deletes a study, its registration first: from then on it is unknown, and what a lost process
   * leaves of it is nobody's. The mark of a cancelled study stays, so that no worker begins what
   * may still lie in a queue.
   */
  void delete(String study) {
    cancel(study);
    store.delete(ObjectLayout.registration(study));
    rests(study).forEach(store::delete);
  }

  /** What there is of a study besides its registration and the mark of a cancelled one. */
  List<ObjectKey> rests(String study) {
    return store.list(ObjectLayout.study(study)).stream()
        .filter(key -> !key.equals(ObjectLayout.cancelled(study)))
        .toList();
  }

  /** To be written before the study looks at what exists. */
  void putReferences(String study, References references) {
    byte[] text = references.text().getBytes(StandardCharsets.UTF_8);
    store.put(ObjectLayout.references(study), Content.of(text));
  }

  /** Takes a failure off the record, so that its task counts as open again. */
  void forgetFailure(String study, String task) {
    ObjectKey.parse(task).ifPresent(id -> store.delete(ObjectLayout.failure(study, id.value())));
  }

  /** Publishes nothing; fan-ins must be there before the first task that names them. */
  void putFanIns(Plan plan, Requests requests) {
    requests.each(plan.fanIns().entrySet(), entry -> put(entry.getKey(), entry.getValue()));
  }

  /** Failures by task id. */
  Map<String, FailureDocument> failures(String study) {
    Map<String, FailureDocument> failures = new LinkedHashMap<>();
    for (ObjectKey key : store.list(ObjectLayout.failures(study))) {
      FailureDocument failure = get(key, FailureDocument.class);
      failures.put(failure.task(), failure);
    }
    return failures;
  }

  Optional<Outcome> outcome(String study) {
    ObjectKey key = outcomeKey(study);
    return store.exists(key) ? Optional.of(get(key, Outcome.class)) : Optional.empty();
  }

  void end(String study, Outcome outcome) {
    put(outcomeKey(study), outcome);
  }

  void cancel(String study) {
    store.put(ObjectLayout.cancelled(study), Content.of(new byte[0]));
  }

  /**
   * Forgets how the study ended, so that it can go on, and what it saw: who has it go on may have
   * deleted objects.
   */
  void reopen(String study) {
    Sightings.forget(store, study);
    store.delete(outcomeKey(study));
    store.delete(ObjectLayout.cancelled(study));
    store.list(ObjectLayout.failures(study)).forEach(store::delete);
  }

  /** Paths of the results, relative to the results folder. */
  public Stream<String> results(String study) {
    int prefix = ObjectLayout.results(study).value().length() + 1;
    return store.list(ObjectLayout.results(study)).stream()
        .map(key -> key.value().substring(prefix));
  }

  void put(ObjectKey key, Object document) {
    documents.put(key, document);
  }

  public <T> T get(ObjectKey key, Class<T> type) {
    return documents.get(key, type);
  }

  private static ObjectKey ownerKey(String study) {
    return ObjectLayout.study(study).child("owner.json");
  }

  private static ObjectKey outcomeKey(String study) {
    return ObjectLayout.study(study).child("outcome.json");
  }
}
