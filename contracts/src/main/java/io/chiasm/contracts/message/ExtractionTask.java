package io.chiasm.contracts.message;

import java.util.List;

/**
 * One forward pass over a block of stimuli, all layers at once. Done when every layer's block is in
 * the store.
 *
 * @param block name of the block; hash of its stimuli in order
 * @param stimuli rows of the block's tensors, in order
 */
public record ExtractionTask(
    String study,
    String id,
    String networkName,
    NetworkRef network,
    InputRecipe input,
    List<LayerTarget> layers,
    String block,
    List<StimulusRef> stimuli)
    implements Message {
  public ExtractionTask {
    layers = List.copyOf(layers);
    stimuli = List.copyOf(stimuli);
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
