package io.chiasm.extractor.shell.kafka;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ActivationsStored;
import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.message.StimulusRef;
import io.chiasm.contracts.shell.kafka.Publisher;
import io.chiasm.contracts.shell.kafka.TaskHandler;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.WorkMeters;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.extractor.extraction.Extraction;
import io.chiasm.extractor.extraction.Photograph;
import io.chiasm.extractor.preprocess.Preprocessor;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** One block of stimuli through one network; every layer's activations into the store. */
public final class ExtractionHandler implements TaskHandler {
  private final TensorStore store;
  private final StoredTensors tensors;
  private final Publisher publisher;
  private final WorkMeters meters;
  private final OpenNetwork network;
  private final Extraction extraction;

  public ExtractionHandler(
      TensorStore store,
      Publisher publisher,
      WorkMeters meters,
      OpenNetwork network,
      Extraction extraction) {
    this.store = store;
    this.tensors = new StoredTensors(store);
    this.publisher = publisher;
    this.meters = meters;
    this.network = network;
    this.extraction = extraction;
  }

  @Override
  public void handle(Message message) {
    if (!(message instanceof ExtractionTask task)) {
      throw new InputException(
          "not an extraction task but a " + message.getClass().getSimpleName());
    }
    if (store.exists(ObjectLayout.cancelled(task.study()))) {
      return;
    }
    if (task.layers().stream().allMatch(layer -> store.exists(layer.block(task.block())))) {
      meters.duplicate(Stage.EXTRACTION);
      task.layers().forEach(layer -> publish(task, layer, tensors.ref(layer.block(task.block()))));
      return;
    }
    extract(task);
  }

  private void extract(ExtractionTask task) {
    OpenNetwork.Opened opened = network.open(task);
    extraction.run(
        opened.runner(),
        new Preprocessor(opened.recipe()),
        List.of(photographs(task.stimuli())),
        (block, layers) -> put(task, opened.runner().layers(), layers));
  }

  /** The store first, then the word: whoever hears of a block finds it. */
  private void put(ExtractionTask task, List<String> names, List<FloatTensor> layers) {
    for (LayerTarget target : task.layers()) {
      FloatTensor activations = layers.get(names.indexOf(target.tensor()));
      publish(task, target, tensors.put(target.block(task.block()), activations));
    }
  }

  private void publish(ExtractionTask task, LayerTarget target, TensorRef activations) {
    List<Message> events = new ArrayList<>();
    for (ObjectKey fanIn : target.fanIns()) {
      String id = ObjectLayout.stem(fanIn) + "/" + task.block();
      events.add(new ActivationsStored(task.study(), id, fanIn, activations));
    }
    publisher.publish(events);
  }

  private List<Photograph> photographs(List<StimulusRef> stimuli) {
    return stimuli.stream()
        .map(s -> new Photograph("stimulus " + s.stimulus(), () -> read(s.image())))
        .toList();
  }

  private byte[] read(ObjectKey key) {
    try (InputStream in = store.open(key)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
