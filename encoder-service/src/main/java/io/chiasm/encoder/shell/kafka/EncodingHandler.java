package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.VertexChoice;
import io.chiasm.contracts.message.VertexPredictions;
import io.chiasm.contracts.shell.json.Documents;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.TaskHandler;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.WorkMeters;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoding.encode.Encoder;
import io.chiasm.encoding.encode.EncodingResult;
import io.chiasm.encoding.encode.FeatureSpaces;
import io.chiasm.encoding.encode.HeldOutPredictions;
import io.chiasm.encoding.encode.Sitting;
import io.chiasm.encoding.gram.SplitGram;
import io.chiasm.encoding.work.Resources;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Fits and scores the encoding models of one task; the document is written last. */
public final class EncodingHandler implements TaskHandler {
  private final TensorStore store;
  private final StoredTensors tensors;
  private final Documents documents;
  private final Publisher publisher;
  private final WorkMeters meters;
  private final Computing computing;

  public EncodingHandler(
      TensorStore store, Publisher publisher, WorkMeters meters, Computing computing) {
    this.store = store;
    this.tensors = new StoredTensors(store);
    this.documents = new Documents(store);
    this.publisher = publisher;
    this.meters = meters;
    this.computing = computing;
  }

  @Override
  public void handle(Message message) {
    if (!(message instanceof EncodingTask task)) {
      throw new InputException("not an encoding task but a " + message.getClass().getSimpleName());
    }
    if (store.exists(ObjectLayout.cancelled(task.study()))) {
      return;
    }
    if (store.exists(task.result())) {
      meters.duplicate(Stage.ENCODING);
    } else {
      computing.alone(task.study(), () -> documents.put(task.result(), encode(task)));
    }
    publisher.publish(
        List.of(new EncodingStored(task.study(), task.id(), task.result())),
        computing.effort(task.study()));
  }

  private EncodingDocument encode(EncodingTask task) {
    GramDocument gram = documents.get(task.gram(), GramDocument.class);
    TensorRef rest = gram.rest();
    long bytes = gram.first().bytes() + gram.second().bytes() + task.responses().bytes();
    Resources.requireHeap(
        rest == null ? bytes : bytes + rest.bytes(), "reading Gram matrices and responses");
    SplitGram split =
        rest == null
            ? SplitGram.of(tensors.doubles(gram.first()), tensors.doubles(gram.second()))
            : SplitGram.of(
                tensors.doubles(gram.first()),
                tensors.doubles(gram.second()),
                tensors.doubles(rest));
    FeatureSpaces spaces = spaces(task, split);
    RealTensor responses = tensors.reals(task.responses());
    Folds folds = folds(task);
    Sitting sitting = computing.sitting();
    sitting.turnTo(
        new Sitting.Subject(
            task.gram().value(), task.folds().sha256(), task.midline(), task.regression()));
    Encoder encoder = new Encoder(computing.resources(), sitting);
    EncodingResult result = encoder.encode(spaces, responses, folds, task.regression());
    OptionalInt vertex = vertex(task.vertex(), result);
    VertexPredictions predictions =
        vertex.isEmpty()
            ? null
            : put(
                task,
                encoder.predict(
                    spaces, responses, folds, task.regression(), result, vertex.getAsInt()));
    return new EncodingDocument(put(task, result), result.warnings(), predictions);
  }

  private static OptionalInt vertex(@Nullable VertexChoice choice, EncodingResult result) {
    if (choice == null) {
      return OptionalInt.empty();
    }
    Integer index = choice.index();
    return index == null ? result.best() : OptionalInt.of(index);
  }

  private static FeatureSpaces spaces(EncodingTask task, SplitGram split) {
    SplitName name = SplitName.of(task.split());
    if (!name.hemifields()) {
      return FeatureSpaces.control(split, task.midline());
    }
    return name == SplitName.JOINT
        ? FeatureSpaces.joint(split, task.hemisphere(), task.midline())
        : FeatureSpaces.of(split, task.hemisphere(), task.midline());
  }

  private Folds folds(EncodingTask task) {
    long[] folds = tensors.longs(task.folds()).values();
    return Folds.of(Arrays.stream(folds).mapToInt(Math::toIntExact).toArray());
  }

  private Map<String, TensorRef> put(EncodingTask task, EncodingResult result) {
    // Small and many: an object for each would cost three requests each.
    return tensors.putTogether(
        ObjectLayout.encodingArrays(task.result()), new TreeMap<>(result.arrays()));
  }

  private VertexPredictions put(EncodingTask task, HeldOutPredictions predictions) {
    Map<String, TensorRef> arrays = new LinkedHashMap<>();
    String measured = VertexPredictions.MEASURED;
    arrays.put(measured, put(task, "vertex_" + measured, predictions.measured()));
    predictions
        .predicted()
        .forEach(
            (model, array) ->
                arrays.put(model.label(), put(task, "vertex_" + model.label(), array)));
    return new VertexPredictions(predictions.vertex(), arrays);
  }

  private TensorRef put(EncodingTask task, String name, RealTensor array) {
    return tensors.put(ObjectLayout.encodingArray(task.result(), name), array);
  }
}
