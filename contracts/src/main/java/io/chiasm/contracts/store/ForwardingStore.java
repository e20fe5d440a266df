package io.chiasm.contracts.store;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that is another one, but for what a subclass does in its own way. */
public abstract class ForwardingStore implements TensorStore {
  protected final TensorStore inner;

  protected ForwardingStore(TensorStore inner) {
    this.inner = inner;
  }

  @Override
  public String bucket() {
    return inner.bucket();
  }

  @Override
  public ObjectStat put(ObjectKey key, Content content) {
    return inner.put(key, content);
  }

  @Override
  public ObjectStream open(ObjectKey key) {
    return inner.open(key);
  }

  @Override
  public ObjectStream open(ObjectKey key, long from, long bytes) {
    return inner.open(key, from, bytes);
  }

  @Override
  public Optional<ObjectStat> stat(ObjectKey key) {
    return inner.stat(key);
  }

  @Override
  public List<ObjectKey> list(ObjectKey prefix) {
    return inner.list(prefix);
  }

  @Override
  public List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most) {
    return inner.page(prefix, after, most);
  }

  @Override
  public void delete(ObjectKey key) {
    inner.delete(key);
  }
}
