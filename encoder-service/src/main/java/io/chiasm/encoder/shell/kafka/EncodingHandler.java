package io.chiasm.encoder.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.EncodingDocument;
import io.chiasm.contracts.message.EncodingStored;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.message.GramDocument;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.TaskHandler;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.SplitName;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.contracts.validation.Folds;
import io.chiasm.encoder.encode.Encoder;
import io.chiasm.encoder.encode.EncodingResult;
import io.chiasm.encoder.encode.FeatureSpaces;
import io.chiasm.encoder.gram.SplitGram;
import io.chiasm.encoder.work.Resources;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Fits and scores the encoding models of one task; the document is written last. */
public final class EncodingHandler implements TaskHandler {
  private final TensorStore store;
  private final StoredTensors tensors;
  private final Documents documents;
  private final Publisher publisher;
  private final Computing computing;

  public EncodingHandler(TensorStore store, Publisher publisher, Computing computing) {
    this.store = store;
    this.tensors = new StoredTensors(store);
    this.documents = new Documents(store);
    this.publisher = publisher;
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
    if (!store.exists(task.result())) {
      computing.alone(() -> put(task, encode(task)));
    }
    publisher.publish(new EncodingStored(task.study(), task.id(), task.result()));
  }

  private EncodingResult encode(EncodingTask task) {
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
    return new Encoder(computing.resources())
        .encode(
            spaces(task, split), tensors.floats(task.responses()), folds(task), task.regression());
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

  private void put(EncodingTask task, EncodingResult result) {
    Map<String, TensorRef> arrays = new LinkedHashMap<>();
    result
        .arrays()
        .forEach(
            (name, array) ->
                arrays.put(
                    name, tensors.put(ObjectLayout.encodingArray(task.result(), name), array)));
    documents.put(task.result(), new EncodingDocument(arrays, result.warnings()));
  }
}
