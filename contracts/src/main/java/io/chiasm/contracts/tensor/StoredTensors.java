package io.chiasm.contracts.tensor;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.CheckedStream;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.store.DamagedObjectException;
import io.chiasm.contracts.store.MissingObjectException;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.ObjectStat;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.store.TensorStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Tensors in the object store. What is read is what its reference promises: byte count, SHA-256,
 * shape and element type are checked, and a difference is a {@link DamagedObjectException}.
 */
public final class StoredTensors {
  private final TensorStore store;

  public StoredTensors(TensorStore store) {
    this.store = store;
  }

  /** Stores the tensor as float32 or float64, as it is held. */
  public TensorRef put(ObjectKey key, RealTensor tensor) {
    return put(key, ElementSource.of(tensor));
  }

  /** Stores the tensor as float16, each number rounded to the nearest. */
  public TensorRef putHalves(ObjectKey key, FloatTensor tensor) {
    return put(key, ElementSource.halves(tensor));
  }

  /** Stores the tensor as int64. */
  public TensorRef put(ObjectKey key, LongTensor tensor) {
    return put(key, ElementSource.of(tensor));
  }

  /**
   * Stores a {@code .npy} file as it is.
   *
   * @throws InputException if it is no {@code .npy} of a numeric array
   */
  public TensorRef put(ObjectKey key, Path npy) {
    try (NpyFile file = NpyFile.open(npy)) {
      NpyHeader header = file.header();
      return ref(key, header.shape(), header.type(), store.put(key, Content.of(npy)));
    } catch (IOException e) {
      throw new InputException(npy + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /**
   * Stores tensors, as they are held, in one object.
   *
   * @param tensors lie in the order of their names
   * @return by name, each with size and digest of its own file
   */
  public SortedMap<String, TensorRef> putTogether(
      ObjectKey key, SortedMap<String, ? extends RealTensor> tensors) {
    List<ElementSource> elements =
        tensors.values().stream().map(tensor -> ElementSource.of(tensor)).toList();
    PackedContent content = new PackedContent(key, elements.stream().map(NpyContent::new).toList());
    SortedMap<String, TensorRef> refs = new TreeMap<>();
    int next = 0;
    for (String name : tensors.keySet()) {
      ElementSource element = elements.get(next);
      refs.put(name, ref(key, element.shape(), element.type(), content.parts().get(next)));
      next++;
    }
    ObjectStat kept = store.put(key, content);
    return kept.equals(content.measure(key)) ? refs : found(key, refs.keySet());
  }

  /** Another machine's, which came first. */
  private SortedMap<String, TensorRef> found(ObjectKey key, Set<String> names) {
    byte[] all = store.read(key);
    SortedMap<String, TensorRef> refs = new TreeMap<>();
    int from = 0;
    for (String name : names) {
      NpyHeader header = header(key, all, from);
      int to = Math.toIntExact(from + header.dataOffset() + header.dataBytes());
      byte[] file = Arrays.copyOfRange(all, from, to);
      ObjectStat stat = new ObjectStat(file.length, Sha256.of(file));
      refs.put(name, ref(key, header.shape(), header.type(), stat));
      from = to;
    }
    require(key, "size", from, all.length);
    return refs;
  }

  private static NpyHeader header(ObjectKey key, byte[] all, int from) {
    try {
      return NpyHeader.read(
          new ByteArrayInputStream(all, from, all.length - from),
          name(key),
          NpyLimits.ofData(all.length));
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory", e);
    }
  }

  /** Reads real numbers as {@code float}. */
  public FloatTensor floats(TensorRef ref) {
    return read(ref, NpyBody::floats);
  }

  /** Reads real numbers as {@code float}. */
  public FloatTensor floats(TensorPart part) {
    try (InputStream in = open(part)) {
      return checked(part.file(), in, NpyBody::floats);
    } catch (IOException e) {
      throw unread(part.file(), e);
    }
  }

  /** Reads a file as it is. */
  public byte[] bytes(TensorPart part) {
    try (InputStream in = open(part)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw unread(part.file(), e);
    }
  }

  private InputStream open(TensorPart part) {
    TensorRef file = part.file();
    if (part.alone()) {
      return open(file);
    }
    ObjectStat promised = new ObjectStat(file.bytes(), file.sha256());
    return new CheckedStream(
        store.open(file.key(), part.from(), file.bytes()), file.key(), promised);
  }

  /** Reads real numbers as {@code double}. */
  public DoubleTensor doubles(TensorRef ref) {
    return read(ref, NpyBody::doubles);
  }

  /** Reads real numbers in float32 if that loses nothing, else in float64. */
  public RealTensor reals(TensorRef ref) {
    return read(ref, NpyBody::reals);
  }

  /** Reads whole numbers. */
  public LongTensor longs(TensorRef ref) {
    return read(ref, NpyBody::longs);
  }

  /**
   * The reference to a tensor that is in the store already. Reads its header; where the store knows
   * no digest (an object put by other software) the whole object is read once.
   *
   * @throws MissingObjectException if there is no such object
   * @throws InputException if it is no {@code .npy} of a numeric array
   */
  public TensorRef ref(ObjectKey key) {
    ObjectStat stat = store.stat(key).orElseThrow(() -> new MissingObjectException(key));
    try (InputStream in = store.open(key)) {
      NpyHeader header = NpyHeader.read(in, name(key), NpyLimits.ofData(stat.bytes()));
      require(key, "size", header.dataOffset() + header.dataBytes(), stat.bytes());
      ObjectStat known = stat.sha256() == null ? Sha256.of(store.open(key)) : stat;
      return ref(key, header.shape(), header.type(), known);
    } catch (IOException e) {
      throw new TransientException("cannot read " + name(key) + ": " + e.getMessage(), e);
    }
  }

  private <T> T read(TensorRef ref, NpyBody.Reading<T> reading) {
    try (InputStream in = open(ref)) {
      return checked(ref, in, reading);
    } catch (IOException e) {
      throw unread(ref, e);
    }
  }

  private InputStream open(TensorRef ref) {
    require(ref.key(), "bucket", ref.bucket(), store.bucket());
    ObjectStat promised = new ObjectStat(ref.bytes(), ref.sha256());
    return new CheckedStream(store.open(ref.key()), ref.key(), promised);
  }

  private static TransientException unread(TensorRef ref, IOException e) {
    return new TransientException("cannot read " + name(ref.key()) + ": " + e.getMessage(), e);
  }

  /** If the bytes make no sense, first find out whether they are the right bytes. */
  private <T> T checked(TensorRef ref, InputStream in, NpyBody.Reading<T> reading)
      throws IOException {
    try {
      NpyBody body = NpyBody.open(in, name(ref.key()), NpyLimits.ofData(ref.bytes()));
      require(ref.key(), "shape", ref.shape(), body.header().shape());
      require(ref.key(), "element type", ref.type(), body.header().type());
      return reading.read(body);
    } catch (DamagedObjectException e) {
      throw e;
    } catch (InputException e) {
      in.transferTo(OutputStream.nullOutputStream());
      throw e;
    }
  }

  private TensorRef put(ObjectKey key, ElementSource elements) {
    ObjectStat stat = store.put(key, new NpyContent(elements));
    return ref(key, elements.shape(), elements.type(), stat);
  }

  private TensorRef ref(ObjectKey key, Shape shape, ElementType type, ObjectStat stat) {
    return new TensorRef(store.bucket(), key, shape, type, stat.bytes(), stat.digest());
  }

  private static String name(ObjectKey key) {
    return "object " + key;
  }

  private static void require(ObjectKey key, String what, Object expected, Object found) {
    if (!expected.equals(found)) {
      throw new DamagedObjectException(key, what, expected, found);
    }
  }
}
