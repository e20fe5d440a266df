package io.chiasm.contracts.shell.json;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.DeadLetter;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.GramsStored;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.message.StudyChanged;
import io.chiasm.contracts.message.VertexChoice;
import io.chiasm.contracts.store.Digest;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.study.Normalisation;
import io.chiasm.contracts.study.Preprocessing;
import io.chiasm.contracts.study.Regression;
import io.chiasm.contracts.study.SplitSpec.Midline;
import io.chiasm.contracts.tensor.ElementType;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.contracts.tensor.TensorRef;
import java.util.List;

/** One message of every form. */
final class SampleMessages {
  private static final String STUDY = "efficientnet-b0-1f0c3a52";
  private static final Digest SHA = new Digest("0123456789abcdef".repeat(4));

  private static final ExtractionTask EXTRACTION =
      new ExtractionTask(
          STUDY,
          "e1",
          "untrained-seed0",
          new NetworkRef(ObjectLayout.graph(SHA), SHA, 0L),
          new InputRecipe(Preprocessing.WHOLE_IMAGE, 224, 224, Normalisation.IMAGENET),
          List.of(
              new LayerTarget(
                  "stage3",
                  ObjectLayout.activations("a1"),
                  List.of(ObjectLayout.fanIn(STUDY, "f1")))),
          "b1",
          List.of(new StimulusRef(new StimulusId(13), ObjectLayout.image(SHA), SHA)));

  private SampleMessages() {}

  /** The name of the form that a message is sent in. */
  static String form(Message message) {
    boolean first = message instanceof ExtractionTask task && !halves(task);
    return first ? "ExtractionTaskV1" : message.getClass().getSimpleName();
  }

  private static boolean halves(ExtractionTask task) {
    return task.activations() == ActivationType.FLOAT16;
  }

  private static ExtractionTask inHalves(ExtractionTask task) {
    return new ExtractionTask(
        task.study(),
        task.id(),
        task.networkName(),
        task.network(),
        task.input(),
        task.layers(),
        task.block(),
        task.stimuli(),
        ActivationType.FLOAT16);
  }

  static List<Message> all() {
    return List.of(
        EXTRACTION,
        inHalves(EXTRACTION),
        new ActivationsStored(
            STUDY,
            "a1",
            ObjectLayout.fanIn(STUDY, "f1"),
            tensor("activations/a1/b1.npy", Shape.of(64, 24, 56, 56))),
        new EncodingTask(
            STUDY,
            "t1",
            new ParticipantId("subj01"),
            Hemisphere.LH,
            "trained",
            "early",
            "stage3",
            "features",
            ObjectLayout.gram("g1"),
            tensor("inputs/y1.npy", Shape.of(872, 19004)),
            tensor("inputs/f1.npy", Shape.of(872)),
            Midline.EXCLUDE,
            new Regression.Ridge(List.of(1e-4, 1.0, 1e6)),
            VertexChoice.BEST,
            ObjectLayout.encoding("t1")),
        new GramsStored(STUDY, "g1", ObjectLayout.fanIn(STUDY, "f1")),
        new EncodingStored(STUDY, "t1", ObjectLayout.encoding("t1")),
        new StudyChanged(STUDY, "s1", "running"),
        new DeadLetter(
            STUDY,
            "e1",
            "stimulus nsd-00013: not a PNG or JPEG file",
            "extraction-tasks",
            3,
            42,
            1,
            "worker-1",
            "{}"));
  }

  private static TensorRef tensor(String key, Shape shape) {
    return new TensorRef(
        "chiasm",
        new io.chiasm.contracts.store.ObjectKey(key),
        shape,
        ElementType.FLOAT32,
        128 + 4 * shape.elements(),
        SHA);
  }
}
