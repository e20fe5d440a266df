package io.chiasm.encoding.bench;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How large a measured piece of work is.
 *
 * @param blends banded ridge's weights strictly between 0 and 1, each a feature space more than the
 *     three models; 0 for no banded ridge
 * @param participants who saw the same stimuli
 */
record GrowthSize(int stimuli, int vertices, int layers, int blends, int participants) {
  /** What the compiler of Java meets first, so that small sizes are measured as large ones are. */
  static final GrowthSize WARM = new GrowthSize(200, 1000, 1, 1, 2);

  /** Banded ridge's weights: both halves alone and blends at equal steps; empty without blends. */
  List<Double> gammas() {
    return blends == 0
        ? List.of()
        : IntStream.rangeClosed(0, blends + 1).mapToObj(i -> i / (blends + 1.0)).toList();
  }
}
