package io.chiasm.encoding.gram;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.EncodingSpec.Scaling;
import io.chiasm.encoding.split.Split;
import io.chiasm.encoding.work.Resources;
import io.chiasm.encoding.work.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjIntConsumer;

/**
 * Activations to Gram matrices, float64 from the products on: 1e-13, as an untrained network's last
 * stage has, is an ordinary number there. The result depends on the activations, the split and the
 * scaling only, not on memory or threads.
 */
public final class GramComputation {
  private final Resources resources;

  public GramComputation(Resources resources) {
    this.resources = resources;
  }

  /**
   * Gram matrices of a layer.
   *
   * @param splits over the layer's {@code [channel, row, column]}; all are served by one reading
   * @return by split
   * @throws InputException if a block does not fit, an activation is not finite, or no feature
   *     differs between stimuli
   */
  public List<SplitGram> ofActivations(
      ActivationBlocks blocks, List<Split> splits, Scaling scaling) {
    List<SplitGram> grams = new ArrayList<>();
    ofActivations(blocks, splits, scaling, (gram, index) -> grams.add(gram));
    return grams;
  }

  /**
   * The same, each split's matrices handed over as soon as they are finished, in the order of the
   * splits: together they can be larger than the memory.
   *
   * @param finished takes a split's matrices and its place in the list
   */
  public void ofActivations(
      ActivationBlocks blocks,
      List<Split> splits,
      Scaling scaling,
      ObjIntConsumer<SplitGram> finished) {
    int features = splits.get(0).features();
    int stimuli = blocks.stimuli();
    require(stimuli);
    long room = resources.memoryBytes() - leastBytes(stimuli);
    try (Workers workers = new Workers(resources.threads());
        FeatureChunks chunks = StreamedChunks.of(blocks, features, room, resources, workers)) {
      int together = (int) Math.max(1, resources.memoryBytes() / 2 / sums(stimuli));
      for (int from = 0; from < splits.size(); from += together) {
        int first = from;
        List<Split> some = splits.subList(from, Math.min(from + together, splits.size()));
        of(chunks, some, scaling, workers, (gram, index) -> finished.accept(gram, first + index));
      }
    }
  }

  private void require(int stimuli) {
    String what = "forming Gram matrices of " + stimuli + " stimuli";
    resources.require(leastBytes(stimuli), what);
    Resources.requireHeap(sums(stimuli), what);
  }

  /** Bytes of one split's sums: two halves and, for an odd width, a rest. */
  private static long sums(int stimuli) {
    return 3L * stimuli * stimuli * Double.BYTES;
  }

  /** Working memory without which Gram matrices of so many stimuli are not formed. */
  public static long leastBytes(int stimuli) {
    return sums(stimuli) + 2L * new ChunkLayout(stimuli, 1).width() * stimuli * Double.BYTES;
  }

  /**
   * Gram matrices of features in memory; the groups are FIRST, REST (if given) and SECOND.
   *
   * @param parts two or three matrices of the same stimuli: first, (rest,) second
   */
  public SplitGram ofFeatures(List<Features> parts, Scaling scaling) {
    Features last = parts.get(parts.size() - 1);
    int rest = parts.size() == 3 ? parts.get(1).count() : 0;
    require(last.stimuli());
    Split split = Split.sideBySide(parts.get(0).count(), rest, last.count());
    try (Workers workers = new Workers(resources.threads());
        FeatureChunks chunks = new HeldChunks(parts)) {
      List<SplitGram> grams = new ArrayList<>();
      of(chunks, List.of(split), scaling, workers, (gram, index) -> grams.add(gram));
      return grams.get(0);
    }
  }

  private static void of(
      FeatureChunks chunks,
      List<Split> splits,
      Scaling scaling,
      Workers workers,
      ObjIntConsumer<SplitGram> finished) {
    List<GroupGrams> sums = new ArrayList<>();
    try {
      for (Split split : splits) {
        if (split.features() != chunks.layout().features()) {
          throw new IllegalArgumentException("splits of different numbers of features");
        }
        sums.add(new GroupGrams(chunks.layout().stimuli(), split, workers));
      }
      accumulate(chunks, sums, new ColumnCentring(scaling == Scaling.FEATURE), workers);
      for (int i = 0; i < sums.size(); i++) {
        GroupGrams sum = sums.get(i);
        finished.accept(sum.finished(scale(sum, scaling, chunks.layout().stimuli())), i);
      }
    } finally {
      sums.forEach(GroupGrams::close);
    }
  }

  private static void accumulate(
      FeatureChunks chunks, List<GroupGrams> sums, ColumnCentring centring, Workers workers) {
    ChunkLayout layout = chunks.layout();
    double[] x = new double[Math.multiplyExact(layout.stimuli(), layout.width())];
    for (int chunk = 0; chunk < layout.count(); chunk++) {
      centring.apply(chunks.read(chunk), x, layout.stimuli(), layout.length(chunk), workers);
      for (GroupGrams sum : sums) {
        sum.add(x, layout.from(chunk), layout.length(chunk));
      }
    }
  }

  private static double scale(GroupGrams sum, Scaling scaling, int stimuli) {
    double energy = sum.trace() / stimuli;
    if (!(energy > 0) || Double.isInfinite(energy)) {
      throw new InputException(
          energy == 0
              ? "features: none differs between the stimuli, so there is nothing to predict from"
              : "features: too large for float64 products");
    }
    return scaling == Scaling.TRACE ? energy : 1;
  }
}
