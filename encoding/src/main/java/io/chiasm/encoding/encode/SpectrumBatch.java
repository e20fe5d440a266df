package io.chiasm.encoding.encode;

import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Several feature spaces in one fold, decomposed side by side unless the sitting has them already.
 */
final class SpectrumBatch implements AutoCloseable {
  private final FoldRows rows;
  private final Sitting sitting;
  private final Map<FeatureSpace, PreparedSpace> own = new ConcurrentHashMap<>();

  private SpectrumBatch(FoldRows rows, Sitting sitting) {
    this.rows = rows;
    this.sitting = sitting;
  }

  static SpectrumBatch of(
      List<FeatureSpace> spaces, FoldRows rows, Sitting sitting, Workers workers) {
    SpectrumBatch batch = new SpectrumBatch(rows, sitting);
    List<Runnable> decompositions = new ArrayList<>();
    for (FeatureSpace space : spaces) {
      if (sitting.find(rows.fold(), space).isEmpty()) {
        decompositions.add(() -> batch.decompose(space));
      }
    }
    boolean done = false;
    try {
      workers.run(decompositions);
      done = true;
      return batch;
    } finally {
      if (!done) {
        batch.close();
      }
    }
  }

  /** How many at a time: each needs the matrix and twice as much as work space. */
  static int together(int count, int training, long bytes, int threads) {
    long each = 3L * training * training * Double.BYTES;
    return (int) Math.min(Math.min(count, threads), Math.max(1, bytes / each));
  }

  private void decompose(FeatureSpace space) {
    TrainingSpectrum spectrum = TrainingSpectrum.of(space.gram(), rows.training(), rows.held());
    own.put(space, new PreparedSpace(spectrum));
  }

  PreparedSpace get(FeatureSpace space) {
    PreparedSpace prepared = own.get(space);
    return prepared != null
        ? prepared
        : sitting
            .find(rows.fold(), space)
            .orElseThrow(() -> new IllegalStateException("a feature space of another batch"));
  }

  /**
   * When a space was fitted: leaves it to the tasks that follow, or frees the operators if there is
   * no room for all of it. Its spectrum can be used in either case.
   *
   * @param limit bytes that all that is left to them may take
   */
  void fitted(FeatureSpace space, long limit) {
    PreparedSpace prepared = own.get(space);
    if (prepared == null) {
      return;
    }
    if (sitting.keep(rows.fold(), space, prepared, limit)) {
      own.remove(space);
    } else {
      prepared.freeOperators();
    }
  }

  @Override
  public void close() {
    own.values().forEach(PreparedSpace::close);
  }
}
