package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.tensor.TensorRef;

/**
 * Activations of one layer over one block of stimuli are in the store.
 *
 * @param id id of the block's object within the fan-in
 * @param fanIn document that says what the block is part of
 */
public record ActivationsStored(String study, String id, ObjectKey fanIn, TensorRef activations)
    implements Message {
  @Override
  public String key() {
    return fanIn.value();
  }

  @Override
  public Topic topic() {
    return Topic.ACTIVATIONS;
  }
}
