package io.chiasm.local.faults;

import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.local.running.RunningService;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Faults that a study survives. */
final class Faults {
  /** The default of Kafka's groups. */
  static final Duration SESSION = Duration.ofSeconds(45);

  /** Where Debian's package {@code libfaketime} puts it. */
  private static final Path FAKE_TIME =
      Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1");

  private static final List<Topic> EVENTS_AND_TASKS =
      List.of(Topic.EXTRACTION_TASKS, Topic.ACTIVATIONS, Topic.ENCODING_TASKS, Topic.ENCODINGS);

  private Faults() {}

  /** In seconds each: of every kind one. */
  static List<Fault> few() {
    return List.of(kills(4), brokerKilled(Duration.ofSeconds(3)), saidInDisorder(), Poison.fault());
  }

  /**
   * Each as long as it takes to be felt.
   *
   * @param folder where file systems are mounted
   */
  static List<Fault> all(Path folder) throws Exception {
    List<Fault> all = new ArrayList<>();
    for (String name : List.of("extractor-1", "encoder-1", Trial.AGGREGATOR)) {
      all.add(kill(name));
      all.add(stop(name));
      all.add(freeze(name, SESSION.multipliedBy(2)));
    }
    all.add(brokerKilled(Duration.ofSeconds(30)));
    all.add(brokerKilled(Duration.ofMinutes(5)));
    all.add(storeKilled(Duration.ofSeconds(30)));
    for (StoreFront.Health health : StoreFront.Health.values()) {
      if (health != StoreFront.Health.WELL) {
        all.add(store(health, Duration.ofSeconds(30)));
      }
    }
    for (Wire.State state : Wire.State.values()) {
      if (state != Wire.State.WHOLE) {
        all.add(storeWire(state, Duration.ofSeconds(30)));
        all.add(brokerWire(state, Duration.ofSeconds(30)));
      }
    }
    all.add(saidTwice());
    all.add(saidInDisorder());
    all.add(offsetsReset());
    all.add(twoAggregators());
    all.add(aggregatorForgets());
    all.add(objectsDeleted());
    if (SmallDisk.possible(folder)) {
      for (String place : List.of("broker", "store", "scratch")) {
        all.add(diskFull(place, Duration.ofSeconds(20)));
      }
    }
    if (Files.exists(FAKE_TIME)) {
      all.add(clockMoved(FAKE_TIME, Duration.ofSeconds(20)));
    }
    String other = System.getProperty("chiasm.faults.other");
    if (other != null) {
      all.add(twoVersions(Path.of(other)));
    }
    // Last: it stays in the topics, and would be delivered again with everything else.
    all.add(Poison.fault());
    return all;
  }

  static Fault nothing() {
    return new Fault("nothing", (trial, random) -> {});
  }

  /** Any service, at random moments. */
  static Fault kills(int count) {
    return new Fault(
        "kill -9, " + count + " times",
        (trial, random) -> {
          for (int i = 0; i < count; i++) {
            kill(trial, random);
            Thread.sleep(random.nextInt(3000));
          }
          trial.awaitReady();
        });
  }

  private static void kill(Trial trial, Random random) throws Exception {
    List<String> names = Trial.names();
    trial.kill(names.get(random.nextInt(names.size())));
  }

  static Fault kill(String name) {
    return new Fault(
        "kill -9 of " + name,
        (trial, random) -> {
          trial.kill(name);
          trial.awaitReady();
        });
  }

  /** Asked to end, as by a roll-out. */
  static Fault stop(String name) {
    return new Fault(
        "stop of " + name,
        (trial, random) -> {
          trial.service(name).terminate();
          trial.start(name);
          trial.awaitReady();
        });
  }

  /** Stands still and goes on as if nothing had been. */
  static Fault freeze(String name, Duration time) {
    return new Fault(
        "freeze of " + name + ", " + time.toSeconds() + " s",
        (trial, random) -> {
          long pid = trial.service(name).process().pid();
          signal(pid, "STOP");
          Thread.sleep(time.toMillis());
          signal(pid, "CONT");
        });
  }

  private static void signal(long pid, String signal) throws Exception {
    int exit =
        new ProcessBuilder("kill", "-" + signal, String.valueOf(pid)).inheritIO().start().waitFor();
    if (exit != 0) {
      throw new AssertionError("kill -" + signal + " " + pid + ": " + exit);
    }
  }

  static Fault brokerKilled(Duration away) {
    return new Fault(
        "broker killed, back after " + away.toSeconds() + " s",
        (trial, random) -> {
          trial.broker().kill();
          Thread.sleep(away.toMillis());
          trial.broker().startAgain();
        });
  }

  static Fault storeKilled(Duration away) {
    return new Fault(
        "store killed, back after " + away.toSeconds() + " s",
        (trial, random) -> {
          trial.store().kill();
          Thread.sleep(away.toMillis());
          trial.store().startAgain();
        });
  }

  static Fault store(StoreFront.Health health, Duration time) {
    return new Fault(
        "store " + words(health) + ", " + time.toSeconds() + " s",
        (trial, random) -> {
          trial.front().set(health);
          Thread.sleep(time.toMillis());
          trial.front().set(StoreFront.Health.WELL);
        });
  }

  static Fault storeWire(Wire.State state, Duration time) {
    return new Fault(
        "store's connections " + words(state) + ", " + time.toSeconds() + " s",
        (trial, random) -> cut(trial.storeWire(), state, time));
  }

  static Fault brokerWire(Wire.State state, Duration time) {
    return new Fault(
        "broker's connections " + words(state) + ", " + time.toSeconds() + " s",
        (trial, random) -> cut(trial.brokerWire(), state, time));
  }

  private static void cut(Wire wire, Wire.State state, Duration time) throws Exception {
    wire.set(state);
    Thread.sleep(time.toMillis());
    wire.set(Wire.State.WHOLE);
  }

  private static String words(Enum<?> state) {
    return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
  }

  /** Everything that was said so far is said again, in its order. */
  static Fault saidTwice() {
    return new Fault(
        "every topic delivered twice",
        (trial, random) -> {
          try (Records records = new Records(trial.brokerAddress())) {
            for (Topic topic : EVENTS_AND_TASKS) {
              records.sendAgain(topic, records.of(topic));
            }
          }
        });
  }

  /** Everything that was said so far is said again, in another order. */
  static Fault saidInDisorder() {
    return new Fault(
        "every topic delivered again in disorder",
        (trial, random) -> {
          try (Records records = new Records(trial.brokerAddress())) {
            for (Topic topic : EVENTS_AND_TASKS) {
              List<ConsumerRecord<String, byte[]>> all = new ArrayList<>(records.of(topic));
              Collections.shuffle(all, random);
              records.sendAgain(topic, all);
            }
          }
        });
  }

  static Fault offsetsReset() {
    return new Fault(
        "offsets of all groups set to the beginning",
        (trial, random) -> {
          for (String name : Trial.names()) {
            trial.service(name).terminate();
          }
          new Groups(trial.brokerAddress()).rewind();
          for (String name : Trial.names()) {
            trial.start(name);
          }
          trial.awaitReady();
        });
  }

  /**
   * Services that are asked to end by a lack of room are started again, as a cluster does. A study
   * ends where it is the aggregator's own files that have none.
   */
  static Fault diskFull(String place, Duration time) {
    return new Fault(
        "disk of the " + place + " full, " + time.toSeconds() + " s",
        0,
        place.equals("scratch"),
        (trial, random) -> {
          SmallDisk disk = trial.disk(place).orElseThrow();
          disk.fill();
          Thread.sleep(time.toMillis());
          disk.empty();
          trial.revive();
        });
  }

  /** By {@code libfaketime}, if it is installed. */
  static Fault clockMoved(Path library, Duration time) {
    return new Fault(
        "clock of every service an hour ahead, " + time.toSeconds() + " s",
        (trial, random) -> {
          Map<String, String> ahead =
              Map.of(
                  "LD_PRELOAD", library.toString(),
                  "FAKETIME", "+3600s",
                  "FAKETIME_DONT_FAKE_MONOTONIC", "1");
          for (String name : Trial.names()) {
            trial.service(name).close();
            trial.start(name, RunningService.home(), ahead);
          }
          Thread.sleep(time.toMillis());
          for (String name : Trial.names()) {
            trial.service(name).close();
            trial.start(name);
          }
          trial.awaitReady();
        });
  }

  /**
   * One worker of each kind is of another version.
   *
   * @param home of the other version's checkout, built
   */
  static Fault twoVersions(Path home) {
    return new Fault(
        "two versions side by side",
        (trial, random) -> {
          for (String name : List.of("extractor-1", "encoder-1")) {
            trial.service(name).terminate();
            trial.start(name, home, Map.of());
          }
          trial.awaitReady();
        });
  }

  static Fault twoAggregators() {
    return new Fault(
        "two aggregators",
        (trial, random) -> {
          trial.start("aggregator-2");
          trial.awaitReady();
        });
  }

  /** A result, and of another result an array, by somebody with a key to the store. */
  static Fault objectsDeleted() {
    return new Fault(
        "a result and an array deleted by hand",
        (trial, random) -> {
          try (Objects objects = trial.objects()) {
            trial.await("two results", () -> objects.below("encodings").size() >= 2);
            List<ObjectKey> results = new ArrayList<>(objects.below("encodings"));
            Collections.shuffle(results, random);
            EncodingDocument other = objects.document(results.get(1), EncodingDocument.class);
            List<TensorRef> arrays = List.copyOf(other.arrays().values());
            objects.delete(results.get(0));
            objects.delete(arrays.get(random.nextInt(arrays.size())).key());
          }
        });
  }

  static Fault aggregatorForgets() {
    return new Fault(
        "aggregator killed, its folder emptied",
        (trial, random) -> {
          trial.service(Trial.AGGREGATOR).close();
          Folders.empty(trial.folder().resolve("scratch/aggregator"));
          trial.start(Trial.AGGREGATOR);
          trial.awaitReady();
        });
  }
}
