package io.chiasm.local.faults;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.GramsStored;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.tensor.TensorPart;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What holds of a study, whatever happened while it ran (docs/reference/guarantees.md). */
final class Invariants {
  private final Outcome undisturbed;

  Invariants(Outcome undisturbed) {
    this.undisturbed = undisturbed;
  }

  /**
   * What does not hold, in words.
   *
   * @param poison how many records were sent that can never be worked on
   */
  List<String> broken(Trial trial, Round.Course course, int poison) {
    List<String> broken = new ArrayList<>();
    Outcome outcome = course.outcome();
    if (!Round.complete(outcome) || outcome.waiting() != 0) {
      broken.add(
          "I1 not every task is done: " + outcome.status() + ", waiting " + outcome.waiting());
    }
    broken.addAll(others(outcome.computed(), undisturbed.computed()));
    List<String> divergent = trial.front().ledger().divergent();
    if (!divergent.isEmpty()) {
      broken.add("I2 computed again with other bytes: " + divergent);
    }
    if (!outcome.tables().equals(undisturbed.tables())) {
      broken.add("I3 other tables: " + outcome.tables() + " not " + undisturbed.tables());
    }
    broken.addAll(dangling(trial, course.since()));
    if (outcome.letters().size() != poison) {
      broken.add("I5 " + poison + " poisoned, but dead letters: " + outcome.letters());
    }
    if (course.kills() > 0 && course.again() > course.kills() * Trial.UNDER_WAY) {
      broken.add("I6 " + course.kills() + " kills, but " + course.again() + " results once more");
    }
    return broken;
  }

  /** I2: one object per task's key, and no other. */
  private static List<String> others(Set<String> computed, Set<String> planned) {
    Set<String> more = new TreeSet<>(computed);
    more.removeAll(planned);
    Set<String> fewer = new TreeSet<>(planned);
    fewer.removeAll(computed);
    return more.isEmpty() && fewer.isEmpty()
        ? List.of()
        : List.of("I2 objects that no task writes: " + more + ", missing: " + fewer);
  }

  /** I4: every reference resolves, and what is there is what was said. */
  private static List<String> dangling(Trial trial, long since) {
    List<String> broken = new ArrayList<>();
    Map<TensorPart, ObjectStat> read = new HashMap<>();
    try (Records records = new Records(trial.brokerAddress());
        Objects objects = trial.objects()) {
      for (Topic topic : List.of(Topic.ACTIVATIONS, Topic.ENCODINGS)) {
        for (ConsumerRecord<String, byte[]> record : records.of(topic)) {
          if (record.timestamp() >= since) {
            for (TensorPart part : references(objects, record.value())) {
              TensorRef ref = part.file();
              ObjectStat there = read.computeIfAbsent(part, objects::read);
              if (!ref.sha256().equals(there.sha256()) || there.bytes() != ref.bytes()) {
                broken.add("I4 " + ref + " on " + topic.label() + ", but there is " + there);
              }
            }
          }
        }
      }
    }
    return broken;
  }

  /** What is no event, such as poison, refers to nothing. */
  private static List<TensorPart> references(Objects objects, byte[] event) {
    try {
      return references(objects, CloudEvents.read(event));
    } catch (InputException e) {
      return List.of();
    }
  }

  private static List<TensorPart> references(Objects objects, Message message) {
    List<TensorPart> references = new ArrayList<>();
    if (message instanceof ActivationsStored stored && stored.activations() != null) {
      references.add(whole(stored.activations()));
    } else if (message instanceof EncodingStored stored) {
      EncodingDocument document = objects.document(stored.result(), EncodingDocument.class);
      document.arrays().keySet().forEach(name -> document.part(name).ifPresent(references::add));
    } else if (message instanceof GramsStored stored) {
      objects
          .document(stored.fanIn(), FanIn.class)
          .grams()
          .map(gram -> objects.document(gram.result(), GramDocument.class))
          .forEach(gram -> references.addAll(List.of(whole(gram.first()), whole(gram.second()))));
    }
    return references;
  }

  private static TensorPart whole(TensorRef ref) {
    return new TensorPart(ref, 0, ref.bytes());
  }
}
