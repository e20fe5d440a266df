package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.GramsStored;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.study.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/** Words of workers that something is there now, until the store was asked. For any thread. */
final class Heard {
  private final Queue<Message> words = new ConcurrentLinkedQueue<>();
  private volatile boolean news = true;

  void add(Message word) {
    words.add(word);
    news = true;
  }

  /** Something changed that nobody has named. */
  void touch() {
    news = true;
  }

  /** Whether there is a reason to look. */
  boolean news() {
    return news;
  }

  /** A look begins. */
  void taken() {
    news = false;
  }

  void clear() {
    words.clear();
  }

  /** Asks for what they name; what could not be asked for is asked for at the next call. */
  void ask(Plan plan, Seen seen) {
    List<Message> now = new ArrayList<>();
    for (Message word = words.poll(); word != null; word = words.poll()) {
      now.add(word);
    }
    try {
      seen.look(now.stream().flatMap(word -> named(plan, word)).toList());
    } catch (RuntimeException e) {
      words.addAll(now);
      throw e;
    }
  }

  private static Stream<ObjectKey> named(Plan plan, Message word) {
    if (word instanceof ActivationsStored stored) {
      TensorRef activations = stored.activations();
      return activations == null ? Stream.of() : Stream.of(activations.key());
    }
    if (word instanceof GramsStored stored) {
      FanIn fanIn = plan.fanIns().get(stored.fanIn());
      return fanIn == null ? Stream.of() : fanIn.grams().map(GramTask::result);
    }
    return word instanceof EncodingStored stored ? Stream.of(stored.result()) : Stream.of();
  }
}
