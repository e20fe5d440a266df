package io.chiasm.local.faults;

import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.FanIn;
import io.chiasm.contracts.message.FanIn.BlockRows;
import io.chiasm.contracts.message.GramTask;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.contracts.tensor.FloatTensor;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Records that can never be worked on, sent beside those of a study that is not to suffer. Each is
 * one dead letter; on a topic of events what is no event is passed over.
 */
final class Poison implements Fault.Course {
  static final int LETTERS = 14;

  private static final String STUDY = "poison";
  private static final int OVERSIZED = 7 << 20;

  static Fault fault() {
    return new Fault("poison in every topic", LETTERS, false, new Poison());
  }

  @Override
  public void run(Trial trial, Random random) throws Exception {
    try (Records records = new Records(trial.brokerAddress());
        Objects objects = trial.objects()) {
      byte[] task = records.of(Topic.EXTRACTION_TASKS).get(0).value();
      for (Topic queue : List.of(Topic.EXTRACTION_TASKS, Topic.ENCODING_TASKS)) {
        records.send(queue, "no-json", bytes("{\"specversion\": \"1.0\", "));
        records.send(queue, "nothing", new byte[0]);
        records.send(queue, "unknown", edited(task, "extraction-task.v1", "extraction-task.v99"));
        records.send(queue, "oversized", new byte[OVERSIZED]);
      }
      for (Topic events : List.of(Topic.ACTIVATIONS, Topic.ENCODINGS)) {
        records.send(events, "no-json", bytes("{"));
        records.send(events, "unknown", edited(task, "extraction-task.v1", "extraction-task.v99"));
      }
      photographs((ExtractionTask) CloudEvents.read(task), records, objects);
      activations(records, objects);
    }
  }

  /** A corrupt one, an empty one, one that is not there. */
  private static void photographs(ExtractionTask like, Records records, Objects objects) {
    byte[] whole = objects.bytes(like.stimuli().get(0).image());
    send(records, withPhotograph(like, objects, "cut", Arrays.copyOf(whole, 300)));
    send(records, withPhotograph(like, objects, "empty", new byte[0]));
    ObjectKey missing = ObjectLayout.images().child("missing");
    send(records, withPhotograph(like, "missing", missing));
  }

  private static ExtractionTask withPhotograph(
      ExtractionTask like, Objects objects, String name, byte[] content) {
    ObjectKey image = ObjectLayout.images().child("poison-" + name);
    objects.put(image, content);
    return withPhotograph(like, name, image);
  }

  private static ExtractionTask withPhotograph(ExtractionTask like, String name, ObjectKey image) {
    StimulusRef stimulus = like.stimuli().get(0);
    return new ExtractionTask(
        STUDY,
        name,
        like.networkName(),
        like.network(),
        like.input(),
        like.layers().stream()
            .map(t -> new LayerTarget(t.tensor(), ObjectLayout.activations("poison"), List.of()))
            .toList(),
        name,
        List.of(new StimulusRef(stimulus.stimulus(), image, stimulus.sha256())));
  }

  /** Of a shape that cannot be split, with values that are no numbers, and none at all. */
  private static void activations(Records records, Objects objects) {
    objects.putTensor(block("shape"), FloatTensor.zeros(4, 3));
    FloatTensor nan = FloatTensor.zeros(4, 3, 2, 2);
    Arrays.fill(nan.values(), Float.NaN);
    objects.putTensor(block("nan"), nan);
    objects.put(block("bytes"), bytes("these are no activations, however long they go on"));
    List.of("shape", "nan", "bytes").forEach(name -> hear(records, objects, name));
  }

  private static ObjectKey block(String name) {
    return ObjectLayout.activations("poison-" + name).child("a.npy");
  }

  private static void hear(Records records, Objects objects, String name) {
    ObjectKey key = block(name);
    ObjectKey fanIn = ObjectLayout.fanIn(STUDY, name);
    GramTask gram = new GramTask("features", Scaling.TRACE, ObjectLayout.gram("poison-" + name));
    objects.putDocument(
        fanIn, new FanIn(STUDY, List.of(new BlockRows(key, List.of())), gram, List.of()));
    send(records, new ActivationsStored(STUDY, name, fanIn, null));
  }

  private static void send(Records records, Message message) {
    records.send(message.topic(), message.key(), CloudEvents.write(message, "poisoner"));
  }

  private static byte[] edited(byte[] event, String from, String to) {
    return bytes(new String(event, StandardCharsets.UTF_8).replace(from, to));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
