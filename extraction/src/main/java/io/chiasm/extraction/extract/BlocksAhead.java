package io.chiasm.extraction.extract;

import io.chiasm.contracts.tensor.FloatTensor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;

/** Blocks that are worked on ahead of the one that is wanted next. */
final class BlocksAhead implements AutoCloseable {
  private final List<List<Photograph>> blocks;
  private final BatchWork work;
  private final ExtractionSettings settings;
  private final ExecutorService threads;
  private final WorkGate gate = new WorkGate();
  private final Deque<PendingBlock> ahead = new ArrayDeque<>();
  private int started;
  private int batches;

  BlocksAhead(
      List<List<Photograph>> blocks,
      BatchWork work,
      ExtractionSettings settings,
      ExecutorService threads) {
    this.blocks = blocks;
    this.work = work;
    this.settings = settings;
    this.threads = threads;
  }

  /** The next block's activations, as soon as they are complete. */
  List<FloatTensor> next() {
    while (started < blocks.size() && batches < 2 * settings.workers()) {
      start(new PendingBlock(blocks.get(started++), settings.batch()));
    }
    PendingBlock block = ahead.element();
    List<FloatTensor> layers = block.await();
    ahead.remove();
    batches -= block.batches();
    return layers;
  }

  private void start(PendingBlock block) {
    block.start(work, gate, threads);
    ahead.add(block);
    batches += block.batches();
  }

  /** Drops what was not taken and waits until no thread works on it. */
  @Override
  public void close() {
    gate.stop(() -> ahead.forEach(PendingBlock::cancel));
  }
}
