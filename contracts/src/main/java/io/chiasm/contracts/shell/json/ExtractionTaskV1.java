package io.chiasm.contracts.shell.json;

import io.chiasm.contracts.message.ExtractionTask;
import io.chiasm.contracts.message.InputRecipe;
import io.chiasm.contracts.message.LayerTarget;
import io.chiasm.contracts.message.NetworkRef;
import io.chiasm.contracts.message.StimulusRef;
import java.util.List;

/**
 * An extraction task whose activations are stored as float32, as it was said before there was a
 * choice. Other tasks are events of the second version: an extractor that knows only this one would
 * leave the unknown field aside, and store float32 under a key of float16.
 */
record ExtractionTaskV1(
    String study,
    String id,
    String networkName,
    NetworkRef network,
    InputRecipe input,
    List<LayerTarget> layers,
    String block,
    List<StimulusRef> stimuli) {
  static ExtractionTaskV1 of(ExtractionTask task) {
    return new ExtractionTaskV1(
        task.study(),
        task.id(),
        task.networkName(),
        task.network(),
        task.input(),
        task.layers(),
        task.block(),
        task.stimuli());
  }

  ExtractionTask task() {
    return new ExtractionTask(study, id, networkName, network, input, layers, block, stimuli);
  }
}
