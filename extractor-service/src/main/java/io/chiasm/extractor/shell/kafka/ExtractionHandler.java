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
import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.study.ActivationType;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.contracts.telemetry.WorkMeters;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.StoredTensors;
import io.chiasm.contracts.tensor.TensorRef;
import io.chiasm.extraction.extract.Extraction;
import io.chiasm.extraction.extract.Photograph;
import io.chiasm.extraction.preprocess.Preprocessor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

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
      publisher.publish(words(task, layer -> tensors.ref(layer.block(task.block()))));
      return;
    }
    long from = System.nanoTime();
    List<Message> words = extract(task);
    double seconds = (System.nanoTime() - from) / 1e9;
    publisher.publish(words, Optional.of(new Effort(Machine.kind(), seconds)));
  }

  /** The store first, then the words: whoever hears of a block finds it. */
  private List<Message> extract(ExtractionTask task) {
    OpenNetwork.Opened opened = network.open(task);
    List<Message> words = new ArrayList<>();
    extraction.run(
        opened.runner(),
        new Preprocessor(opened.recipe()),
        task.activations(),
        List.of(photographs(task.stimuli())),
        (block, layers) -> words.addAll(put(task, opened.runner().layers(), layers)));
    return words;
  }

  private List<Message> put(ExtractionTask task, List<String> names, List<FloatTensor> layers) {
    return words(
        task,
        layer ->
            put(
                layer.block(task.block()),
                layers.get(names.indexOf(layer.tensor())),
                task.activations()));
  }

  private TensorRef put(ObjectKey block, FloatTensor activations, ActivationType stored) {
    return switch (stored) {
      case FLOAT32 -> tensors.put(block, activations);
      case FLOAT16 -> tensors.putHalves(block, activations);
    };
  }

  private static List<Message> words(
      ExtractionTask task, Function<LayerTarget, TensorRef> activations) {
    List<Message> words = new ArrayList<>();
    for (LayerTarget layer : task.layers()) {
      TensorRef stored = activations.apply(layer);
      for (ObjectKey fanIn : layer.fanIns()) {
        String id = ObjectLayout.stem(fanIn) + "/" + task.block();
        words.add(new ActivationsStored(task.study(), id, fanIn, stored));
      }
    }
    return words;
  }

  private List<Photograph> photographs(List<StimulusRef> stimuli) {
    return stimuli.stream()
        .map(s -> new Photograph("stimulus " + s.stimulus(), () -> store.read(s.image())))
        .toList();
  }
}
