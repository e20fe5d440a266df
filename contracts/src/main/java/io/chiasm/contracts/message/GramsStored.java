package io.chiasm.contracts.message;

import io.chiasm.contracts.store.ObjectKey;

/**
 * The Gram matrices of one fan-in are in the store: its encoding tasks can be sent.
 *
 * @param id stem of the first Gram matrices' document
 * @param fanIn document that names them
 */
public record GramsStored(String study, String id, ObjectKey fanIn) implements Message {
  /** The word about one fan-in. */
  public static GramsStored of(ObjectKey key, FanIn fanIn) {
    return new GramsStored(fanIn.study(), ObjectLayout.stem(fanIn.gram().result()), key);
  }

  @Override
  public String key() {
    return study;
  }

  @Override
  public Topic topic() {
    return Topic.ENCODINGS;
  }
}
