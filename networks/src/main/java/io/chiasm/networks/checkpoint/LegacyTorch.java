package io.chiasm.networks.checkpoint;

import io.chiasm.networks.checkpoint.PickledTensor.Storage;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * torch's checkpoint format of before version 1.6, in which several published weights still come:
 * pickles of a magic number, the format's version, the machine, the object, and the keys of its
 * storages; then in that order every storage as its number of numbers and the numbers.
 */
final class LegacyTorch {
  private static final BigInteger MAGIC = new BigInteger("1950a86a20f9469cfc6c", 16);
  private static final long VERSION = 1001;

  private final FileBytes file;
  private final TorchPickle pickles;

  private LegacyTorch(FileBytes file) {
    this.file = file;
    int head = (int) Math.min(file.size(), TorchZip.MAX_PICKLE);
    this.pickles = new TorchPickle(file.range(0, head));
  }

  static List<TensorSet> sets(FileBytes file) {
    return new LegacyTorch(file).sets();
  }

  private List<TensorSet> sets() {
    requireHeader();
    Object pickled = pickles.next();
    Map<String, Storage> storages = pickles.storages();
    Map<String, ByteRange> places = places(keys(pickles.next()), storages);
    return PickledWeights.sets(pickled, storage -> place(places, storage));
  }

  private void requireHeader() {
    if (!MAGIC.equals(pickles.next())) {
      throw new BadCheckpointException(
          "is a plain pickle, no checkpoint of torch" + StateDict.RESAVE);
    }
    if (!Long.valueOf(VERSION).equals(pickles.next())) {
      throw new BadCheckpointException(
          "has not the version " + VERSION + " of torch's old format" + StateDict.RESAVE);
    }
    if (!(pickles.next() instanceof Map<?, ?> machine)
        || !Boolean.TRUE.equals(machine.get("little_endian"))) {
      throw new BadCheckpointException("was saved big-endian; save it on a little-endian machine");
    }
  }

  private static List<?> keys(Object pickled) {
    if (!(pickled instanceof List<?> keys)) {
      throw new BadCheckpointException("lacks the list of its storages");
    }
    return keys;
  }

  /** Walks over the storages: each tells its length, which must be the one of the pickle. */
  private Map<String, ByteRange> places(List<?> keys, Map<String, Storage> storages) {
    Map<String, ByteRange> places = new HashMap<>();
    long at = pickles.position();
    for (Object key : keys) {
      // A key may be anything; asking for the hash of a list that holds itself would not end.
      Storage storage = key instanceof String name ? storages.get(name) : null;
      if (storage == null || places.containsKey(storage.key())) {
        throw new BadCheckpointException("lists a storage twice or one that no tensor uses");
      }
      ByteRange place = place(at + Long.BYTES, storage, file.range(at, Long.BYTES).getLong());
      places.put(storage.key(), place);
      at = place.end();
    }
    return places;
  }

  private ByteRange place(long start, Storage storage, long numbers) {
    int width = storage.type().bytes();
    if (numbers != storage.numbers()) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "holds %d numbers in storage '%s', which is said to hold %d",
              numbers,
              storage.key(),
              storage.numbers()));
    }
    if (numbers < 0 || numbers > (file.size() - start) / width) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "is cut short: storage '%s' needs %d numbers of %d bytes from byte %d of %d",
              storage.key(),
              numbers,
              width,
              start,
              file.size()));
    }
    return new ByteRange(start, start + numbers * width);
  }

  private static ByteRange place(Map<String, ByteRange> places, Storage storage) {
    ByteRange place = places.get(storage.key());
    if (place == null) {
      throw new BadCheckpointException("lacks its storage '" + storage.key() + "'");
    }
    return place;
  }
}
