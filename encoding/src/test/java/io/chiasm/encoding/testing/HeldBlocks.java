package io.chiasm.encoding.testing;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.encoding.gram.ActivationBlocks;
import java.util.List;
import java.util.stream.IntStream;

/** Blocks in memory. */
public record HeldBlocks(int stimuli, List<FloatTensor> blocks) implements ActivationBlocks {
  /** All blocks of others, made now. */
  public static HeldBlocks of(ActivationBlocks made) {
    return new HeldBlocks(
        made.stimuli(), IntStream.range(0, made.count()).mapToObj(made::block).toList());
  }

  @Override
  public int count() {
    return blocks.size();
  }

  @Override
  public FloatTensor block(int index) {
    return blocks.get(index);
  }
}
