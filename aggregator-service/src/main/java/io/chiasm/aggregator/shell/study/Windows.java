package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.message.Topic;
import io.chiasm.study.progress.Shares;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each queue short, so that no study waits behind all tasks of another: what is beyond the
 * window is held back and sent as results appear. Queues are first in, first out, for whoever
 * sends.
 */
final class Windows {
  private static final Logger LOG = LoggerFactory.getLogger(Windows.class);

  private final int window;
  private final Supplier<Collection<StudyRun>> runs;

  /**
   * @param window the most tasks of all studies in one queue, those under way included
   * @param runs that share it
   * @throws InputException if nothing would ever be sent
   */
  Windows(int window, Supplier<Collection<StudyRun>> runs) {
    if (window < 1) {
      throw new InputException("CHIASM_AGGREGATOR_WINDOW is " + window + ": 1 or more is needed");
    }
    this.window = window;
    this.runs = runs;
  }

  /** Sends what there is room for; what a broker does not take is tried at the next call. */
  synchronized void fill() {
    for (Topic queue : Topic.values()) {
      if (queue.queue()) {
        fill(queue);
      }
    }
  }

  private void fill(Topic queue) {
    List<Underway> sharing = underway().toList();
    List<Integer> places =
        Shares.of(window, sharing.stream().map(study -> claim(study.lane(queue))).toList());
    for (int i = 0; i < sharing.size(); i++) {
      if (places.get(i) > 0) {
        send(sharing.get(i), queue, places.get(i));
      }
    }
  }

  private Stream<Underway> underway() {
    return runs.get().stream().flatMap(run -> run.underway().stream());
  }

  private static Shares.Claim claim(Lane lane) {
    return new Shares.Claim(lane.inQueue(), lane.held(), lane.lastServed());
  }

  private static void send(Underway study, Topic queue, int places) {
    try {
      study.send(queue, places);
    } catch (TransientException e) {
      LOG.warn("waiting: {}", e.getMessage());
    }
  }

  /** Tasks that are held back, by queue. */
  Map<Topic, Long> held() {
    Map<Topic, Long> held = new EnumMap<>(Topic.class);
    for (Topic queue : Topic.values()) {
      if (queue.queue()) {
        held.put(queue, underway().mapToLong(study -> study.lane(queue).held()).sum());
      }
    }
    return held;
  }
}
