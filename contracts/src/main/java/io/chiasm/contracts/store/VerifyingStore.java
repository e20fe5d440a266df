package io.chiasm.contracts.store;

import java.util.List;
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
    if (content.known().isPresent()) {
      return compared(key, content, List.of());
    }
    WitnessedContent witnessed = new WitnessedContent(key, content);
    return compared(key, witnessed, witnessed.given());
  }

  /**
   * @param given sizes and digests of the readings that the store makes
   */
  private ObjectStat compared(ObjectKey key, Content content, List<ObjectStat> given) {
    ObjectStat answer = inner.put(key, content);
    ObjectStat stored =
        inner
            .stat(key)
            .orElseThrow(() -> new DamagedObjectException(key, "object", answer, "none"));
    given.forEach(reading -> require(key, reading, stored));
    require(key, answer, stored);
    return stored;
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    ObjectStream stream = inner.open(key);
    return new CheckedStream(stream, key, stream.stat());
  }

  /** Of a part the size is checked; its digest is only the reader's to know. */
  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    ObjectStream part = inner.open(key, from, bytes);
    return new CheckedStream(part, key, new ObjectStat(bytes, null));
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
