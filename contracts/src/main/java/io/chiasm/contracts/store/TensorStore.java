package io.chiasm.contracts.store;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The object store, the truth of every study. Objects appear whole or not at all; putting the same
 * key again replaces it. Every method may throw {@link
 * io.chiasm.contracts.failure.TransientException} when the store is away.
 */
public interface TensorStore {
  /** Objects that a server lists in one answer. */
  int PAGE = 1000;

  /** Longest object that is read at once; Java arrays end at 2 GiB. */
  long MOST_AT_ONCE = 1_900_000_000L;

  /** Bucket that all keys lie in. */
  String bucket();

  /** Stores the content and returns its size and SHA-256. */
  ObjectStat put(ObjectKey key, Content content);

  /**
   * A stream over the object's bytes, with its size and digest; the caller closes it. A connection
   * that breaks while it is read is a {@link io.chiasm.contracts.failure.TransientException} too.
   *
   * @throws MissingObjectException if there is none
   */
  ObjectStream open(ObjectKey key);

  /**
   * A stream over a part of an object, whose digest nobody but the caller can know.
   *
   * @param from first byte, from 0
   * @param bytes length of the part, at least 1
   * @throws MissingObjectException if there is no such object
   * @throws DamagedObjectException if the object ends before the part begins
   */
  ObjectStream open(ObjectKey key, long from, long bytes);

  /**
   * All of an object's bytes at once: for documents, photographs and networks.
   *
   * @throws MissingObjectException if there is none
   * @throws InputException if it is longer than {@link #MOST_AT_ONCE}
   */
  default byte[] read(ObjectKey key) {
    try (ObjectStream in = open(key)) {
      if (in.stat().bytes() > MOST_AT_ONCE) {
        throw new InputException(
            "object "
                + key
                + ": "
                + in.stat().bytes()
                + " bytes are more than the "
                + MOST_AT_ONCE
                + " that can be read at once");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException("object " + key + " cannot be read", e);
    }
  }

  /** Size and digest, or empty if there is no such object. */
  Optional<ObjectStat> stat(ObjectKey key);

  /** Keys that begin with {@code prefix + "/"}, in ascending order. */
  List<ObjectKey> list(ObjectKey prefix);

  /**
   * A page of what begins with {@code prefix + "/"}, in ascending order: one page after another
   * needs no memory for all.
   *
   * @param after the last key of the page before; null for the first page
   * @param most objects on the page; fewer only on the last one
   */
  List<StoredObject> page(ObjectKey prefix, @Nullable ObjectKey after, int most);

  /** Shows everything that begins with {@code prefix + "/"}, in ascending order. */
  default void each(ObjectKey prefix, Consumer<StoredObject> shown) {
    List<StoredObject> page = page(prefix, null, PAGE);
    page.forEach(shown);
    while (page.size() == PAGE) {
      page = page(prefix, page.get(PAGE - 1).key(), PAGE);
      page.forEach(shown);
    }
  }

  /** Removes the object if it exists. */
  void delete(ObjectKey key);

  default boolean exists(ObjectKey key) {
    return stat(key).isPresent();
  }
}
