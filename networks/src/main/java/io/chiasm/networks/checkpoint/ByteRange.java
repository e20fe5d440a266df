package io.chiasm.networks.checkpoint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Bytes of a file.
 *
 * @param start first byte
 * @param end byte after the last
 */
record ByteRange(long start, long end) {
  long size() {
    return end - start;
  }

  /** Refuses ranges that share bytes: one stored number would stand in two tensors. */
  static void requireApart(Map<String, ByteRange> ranges) {
    List<Map.Entry<String, ByteRange>> sorted = new ArrayList<>(ranges.entrySet());
    sorted.removeIf(e -> e.getValue().size() == 0);
    sorted.sort(Comparator.comparingLong(e -> e.getValue().start()));
    for (int i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).getValue().start() < sorted.get(i - 1).getValue().end()) {
        throw new BadCheckpointException(
            "stores '%s' and '%s' in the same bytes; they must not overlap"
                .formatted(sorted.get(i - 1).getKey(), sorted.get(i).getKey()));
      }
    }
  }
}
