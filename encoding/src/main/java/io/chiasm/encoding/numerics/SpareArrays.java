package io.chiasm.encoding.numerics;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Native arrays that were given back, for matrices of the same size: small ones come and go by the
 * thousand, and to make one takes longer than much of what is done with it. What was not asked for
 * longest is freed first.
 */
final class SpareArrays {
  /** Larger arrays take longer to fill than to make. */
  static final long LARGEST_BYTES = 1 << 20;

  private final long mostBytes;
  private final Map<Size, Deque<INDArray>> spare = new LinkedHashMap<>(16, 0.75f, true);
  private long bytes;

  private record Size(Precision precision, long elements) {
    static Size of(Precision precision, INDArray array) {
      return new Size(precision, array.length());
    }

    long bytes() {
      return elements * precision.bytes();
    }
  }

  /**
   * @param mostBytes that all arrays kept take
   */
  SpareArrays(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** An array of any content, if there is one. */
  synchronized Optional<INDArray> take(Precision precision, long elements) {
    Size size = new Size(precision, elements);
    Deque<INDArray> arrays = spare.get(size);
    if (arrays == null || arrays.isEmpty()) {
      return Optional.empty();
    }
    bytes -= size.bytes();
    return Optional.of(arrays.pop());
  }

  /** Keeps the array or frees it. */
  synchronized void give(Precision precision, INDArray array) {
    Size size = Size.of(precision, array);
    if (size.bytes() > Math.min(LARGEST_BYTES, mostBytes)) {
      array.close();
      return;
    }
    spare.computeIfAbsent(size, s -> new ArrayDeque<>()).push(array);
    bytes += size.bytes();
    Iterator<Map.Entry<Size, Deque<INDArray>>> eldest = spare.entrySet().iterator();
    while (bytes > mostBytes) {
      free(eldest.next());
      eldest.remove();
    }
  }

  private void free(Map.Entry<Size, Deque<INDArray>> arrays) {
    bytes -= arrays.getKey().bytes() * arrays.getValue().size();
    arrays.getValue().forEach(INDArray::close);
  }

  /** What the arrays kept take. */
  synchronized long bytes() {
    return bytes;
  }
}
