package io.chiasm.networks.checkpoint;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** torch's checkpoint format since version 1.6: a zip of one pickle and the tensors' storages. */
final class TorchZip {
  /** Ten times the pickle of the largest classifier with its optimiser. */
  static final int MAX_PICKLE = 4 << 20;

  private static final String PICKLE = "/data.pkl";

  private final FileBytes file;
  private final Map<String, ByteRange> entries;
  private final String root;

  private TorchZip(FileBytes file) {
    this.file = file;
    StoredZip zip = StoredZip.of(file);
    FileKind.ofArchive(zip.names()).ifPresent(FileKind::refuse);
    this.entries = zip.entries();
    this.root =
        entries.keySet().stream()
            .filter(e -> e.endsWith(PICKLE) && e.indexOf('/') == e.length() - PICKLE.length())
            .map(e -> e.substring(0, e.length() - PICKLE.length()))
            .findFirst()
            .orElseThrow(
                () ->
                    new BadCheckpointException(
                        "is a zip archive without torch's data.pkl; a checkpoint is needed"));
    requireLittleEndian();
  }

  static List<TensorSet> sets(FileBytes file) {
    return new TorchZip(file).sets();
  }

  private void requireLittleEndian() {
    ByteRange order = entries.get(root + "/byteorder");
    if (order != null && !text(order).equals("little")) {
      throw new BadCheckpointException("was saved big-endian; save it on a little-endian machine");
    }
  }

  private String text(ByteRange range) {
    return new String(bytes(range, 64), StandardCharsets.US_ASCII).strip();
  }

  private byte[] bytes(ByteRange range, int limit) {
    if (range.size() > limit) {
      throw new BadCheckpointException(
          String.format(
              Locale.ROOT,
              "has a pickle of %d bytes, more than %d: other things than tensors lie in it, such as"
                  + " NumPy arrays%s",
              range.size(),
              limit,
              StateDict.RESAVE));
    }
    return file.range(range.start(), (int) range.size()).array();
  }

  private List<TensorSet> sets() {
    Object pickled = TorchPickle.read(bytes(entry(PICKLE), MAX_PICKLE));
    return PickledWeights.sets(pickled, storage -> entry("/data/" + storage.key()));
  }

  private ByteRange entry(String name) {
    ByteRange entry = entries.get(root + name);
    if (entry == null) {
      throw new BadCheckpointException("lacks its zip entry '" + root + name + "'");
    }
    return entry;
  }
}
