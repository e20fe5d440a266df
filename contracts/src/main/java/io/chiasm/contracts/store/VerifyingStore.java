package io.chiasm.contracts.store;

import java.util.Objects;

/**
 * Trusts nobody: what is read must match the store's own size and digest at the end of the stream,
 * and what was put must be what the content gave.
 */
public final class VerifyingStore extends ForwardingStore {

  public VerifyingStore(TensorStore inner) {
    super(inner);
  }

  /**
   * {@inheritDoc}
   *
   * @throws DamagedObjectException if the store then holds something else
   */
  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    WitnessedContent witnessed = new WitnessedContent(content);
    ObjectStat answer = inner.put(key, witnessed);
    ObjectStat stored =
        inner
            .stat(key)
            .orElseThrow(() -> new DamagedObjectException(key, "object", answer, "none"));
    for (ObjectStat given : witnessed.given()) {
      require(key, given, stored);
    }
    require(key, answer, stored);
    return stored;
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    ObjectStream stream = inner.open(key);
    return new CheckedStream(stream, key, stream.stat());
  }

  private static void require(ObjectKey key, ObjectStat expected, ObjectStat found) {
    if (expected.bytes() != found.bytes()) {
      throw new DamagedObjectException(key, "size", expected.bytes(), found.bytes());
    }
    if (!Objects.equals(expected.sha256(), found.sha256())) {
      throw new DamagedObjectException(key, "sha256", expected.hex(), found.hex());
    }
  }
}
