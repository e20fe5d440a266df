package io.chiasm.aggregator.shell.health;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.Brokers;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * The dead letters and what became of them. Letters stay on their topic; what became of one is an
 * object, so that every aggregator knows it.
 */
public final class LetterBox implements AutoCloseable {
  /** More are nobody's daily work; the newest are kept. */
  private static final int MOST = 1000;

  private static final Duration POLL = Duration.ofMillis(200);

  private final TensorStore store;
  private final Brokers brokers;
  private final KafkaConsumer<byte[], byte[]> reader;
  private final Map<String, ReceivedLetter> letters = new LinkedHashMap<>();
  private long changes;

  /** Whether letters came whose marks were not looked for. */
  private boolean unmarked;

  public LetterBox(TensorStore store, Brokers brokers) {
    this.store = store;
    this.brokers = brokers;
    this.reader = Answers.reader(brokers);
  }

  /**
   * Takes in what is new on the topic and in the store. For one thread.
   *
   * @throws io.chiasm.contracts.failure.TransientException if broker or store is away
   */
  public void collect() {
    try {
      if (reader.assignment().isEmpty()) {
        begin();
      }
      var found = reader.poll(POLL);
      while (!found.isEmpty()) {
        found.forEach(this::receive);
        unmarked = true;
        found = reader.poll(POLL);
      }
    } catch (KafkaException e) {
      throw Letters.away(e);
    }
    // This process sets the marks and shows them; only of new letters it may not know them.
    if (unmarked) {
      store.list(ObjectLayout.handledLetters()).forEach(this::handled);
      unmarked = false;
    }
  }

  private void begin() {
    List<TopicPartition> partitions =
        reader.partitionsFor(Topic.DEAD_LETTERS.label()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    reader.assign(partitions);
    reader.seekToBeginning(partitions);
  }

  private synchronized void receive(ConsumerRecord<byte[], byte[]> record) {
    ReceivedLetter letter = Letters.received(record);
    letters.put(letter.letter().id(), letter);
    if (letters.size() > MOST) {
      letters.remove(letters.keySet().iterator().next());
    }
    changes++;
  }

  private synchronized void handled(ObjectKey mark) {
    String name = mark.value().substring(mark.value().lastIndexOf('/') + 1);
    int dot = name.lastIndexOf('.');
    for (LetterState state : LetterState.values()) {
      if (dot > 0 && state.label().equals(name.substring(dot + 1))) {
        show(name.substring(0, dot), state);
      }
    }
  }

  private void show(String id, LetterState state) {
    ReceivedLetter known = letters.get(id);
    if (known != null && known.letter().state() != state) {
      letters.put(id, known.with(state));
      changes++;
    }
  }

  /** All letters, the newest first. */
  public synchronized List<Letter> letters() {
    List<Letter> all = new ArrayList<>(letters.values().stream().map(l -> l.letter()).toList());
    Collections.reverse(all);
    return all;
  }

  /** Changes whenever a letter comes or something becomes of one. */
  public synchronized long changes() {
    return changes;
  }

  /** How many letters nobody has looked after. */
  public synchronized int open() {
    return (int)
        letters.values().stream().filter(l -> l.letter().state() == LetterState.OPEN).count();
  }

  synchronized Optional<ReceivedLetter> find(String id) {
    return Optional.ofNullable(letters.get(id));
  }

  /** The whole failed event, read again from the topic. */
  String event(ReceivedLetter letter) {
    return Letters.event(brokers, letter);
  }

  /** Notes what became of a letter. */
  void mark(String id, LetterState state) {
    store.put(ObjectLayout.handledLetter(id, state.label()), Content.of(new byte[0]));
    synchronized (this) {
      show(id, state);
    }
  }

  /** All of a study was sent again: its letters are answered. */
  public void studyRestarted(String study) {
    letters().stream()
        .filter(l -> l.study().equals(study) && l.state() == LetterState.OPEN)
        .forEach(l -> mark(l.id(), LetterState.REPLAYED));
  }

  @Override
  public void close() {
    reader.close(CloseOptions.timeout(Answers.FAREWELL));
  }
}
