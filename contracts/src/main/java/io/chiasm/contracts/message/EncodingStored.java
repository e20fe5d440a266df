package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;

/**
 * The results of one encoding task are in the store.
 *
 * @param id the task's id
 * @param result key of the {@link EncodingDocument}
 */
public record EncodingStored(String study, String id, ObjectKey result) implements Message {
  @Override
  public String key() {
    return study;
  }

  @Override
  public Topic topic() {
    return Topic.ENCODINGS;
  }
}
