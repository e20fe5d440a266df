package io.chiasm.encoding.ridge;

import io.chiasm.encoding.fold.TrainingRows;
import io.chiasm.encoding.spectrum.TrainingSpectrum;
import io.chiasm.encoding.work.Workers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The residual operators of a grid of penalties: all kept where the memory budget allows, otherwise
 * built a few at a time whenever they are wanted.
 */
public final class OperatorShelf implements AutoCloseable {
  private final TrainingSpectrum spectrum;
  private final TrainingRows training;
  private final double[] alphas;
  private final int groupSize;
  private final List<ShelvedOperator> kept = new ArrayList<>();

  OperatorShelf(TrainingSpectrum spectrum, TrainingRows training, double[] alphas, int groupSize) {
    this.spectrum = spectrum;
    this.training = training;
    this.alphas = alphas.clone();
    this.groupSize = groupSize;
  }

  TrainingSpectrum spectrum() {
    return spectrum;
  }

  TrainingRows training() {
    return training;
  }

  /** Bytes of the operators that are kept. */
  public long bytes() {
    return kept.stream().mapToLong(ShelvedOperator::bytes).sum();
  }

  /** Number of penalties in the grid, whether they are usable or not. */
  int alphas() {
    return alphas.length;
  }

  /**
   * Hands usable operators over, a group at a time; they are closed afterwards or kept.
   *
   * @param narrow whether they need float32 copies
   * @param wanted by place in the grid; more may come where all are kept anyway
   */
  void forEachGroup(
      Workers workers, boolean narrow, IntPredicate wanted, Consumer<List<ShelvedOperator>> use) {
    if (!kept.isEmpty()) {
      use.accept(kept);
      return;
    }
    int[] indices =
        IntStream.range(0, alphas.length).filter(i -> usable(alphas[i])).filter(wanted).toArray();
    for (int from = 0; from < indices.length; from += groupSize) {
      int to = Math.min(from + groupSize, indices.length);
      List<ShelvedOperator> group = build(workers, narrow, Arrays.copyOfRange(indices, from, to));
      try {
        use.accept(group);
      } finally {
        keepOrClose(group);
      }
    }
  }

  private void keepOrClose(List<ShelvedOperator> group) {
    if (groupSize >= alphas.length) {
      kept.addAll(group);
    } else {
      group.forEach(ShelvedOperator::close);
    }
  }

  private List<ShelvedOperator> build(Workers workers, boolean narrow, int[] indices) {
    ConcurrentSkipListMap<Integer, ShelvedOperator> built = new ConcurrentSkipListMap<>();
    List<Runnable> tasks = new ArrayList<>();
    for (int index : indices) {
      tasks.add(() -> built.put(index, operator(index, narrow)));
    }
    boolean done = false;
    try {
      workers.run(tasks);
      done = true;
    } finally {
      if (!done) {
        built.values().forEach(ShelvedOperator::close);
      }
    }
    return new ArrayList<>(built.values());
  }

  private ShelvedOperator operator(int index, boolean narrow) {
    ResidualOperator operator = ResidualOperator.of(spectrum, alphas[index], training);
    return new ShelvedOperator(index, operator, narrow);
  }

  /** Whether a penalty stands out of the decomposition's round-off. */
  boolean usable(double alpha) {
    return alpha > spectrum.resolution();
  }

  @Override
  public void close() {
    kept.forEach(ShelvedOperator::close);
  }
}
