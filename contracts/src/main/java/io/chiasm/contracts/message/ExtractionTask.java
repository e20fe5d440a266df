package io.chiasm.contracts.message;

import io.chiasm.contracts.study.ActivationType;
import java.util.List;

/**
 * One forward pass over a block of stimuli, all layers at once. Done when every layer's block is in
 * the store.
 *
 * @param block name of the block; hash of its stimuli in order
 * @param stimuli rows of the block's tensors, in order
 * @param activations the numbers that the block's tensors are stored in
 */
public record ExtractionTask(
    String study,
    String id,
    String networkName,
    NetworkRef network,
    InputRecipe input,
    List<LayerTarget> layers,
    String block,
    List<StimulusRef> stimuli,
    ActivationType activations)
    implements Message {
  public ExtractionTask {
    layers = List.copyOf(layers);
    stimuli = List.copyOf(stimuli);
  }

  /** Its activations are stored as float32. */
  public ExtractionTask(
      String study,
      String id,
      String networkName,
      NetworkRef network,
      InputRecipe input,
      List<LayerTarget> layers,
      String block,
      List<StimulusRef> stimuli) {
    this(study, id, networkName, network, input, layers, block, stimuli, ActivationType.FLOAT32);
  }

  /** The same with some of its layers. */
  public ExtractionTask of(List<LayerTarget> some) {
    return new ExtractionTask(
        study, id, networkName, network, input, some, block, stimuli, activations);
  }

  @Override
  public String key() {
    return id;
  }

  @Override
  public Topic topic() {
    return Topic.EXTRACTION_TASKS;
  }
}
