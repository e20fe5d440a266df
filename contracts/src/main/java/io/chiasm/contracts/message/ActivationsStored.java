package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.tensor.TensorRef;
import org.jspecify.annotations.Nullable;

/**
 * Activations of one layer over one block of stimuli are in the store.
 *
 * @param id id of the block's object within the fan-in
 * @param fanIn document that says what the block is part of
 * @param activations {@code [stimulus, channel, row, column]}; null when the planner found all
 *     blocks of the fan-in there already
 */
public record ActivationsStored(
    String study, String id, ObjectKey fanIn, @Nullable TensorRef activations) implements Message {
  @Override
  public String key() {
    return fanIn.value();
  }

  @Override
  public Topic topic() {
    return Topic.ACTIVATIONS;
  }
}
