package io.chiasm.aggregator.shell.upload;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.contracts.store.TensorStore;
import io.chiasm.contracts.upload.Chunk;
import java.time.Duration;

/**
 * Keeps all chunks of all studies below a limit. They are counted once, by their names, and again
 * before one is refused, since clean-up may have made room; there is one aggregator, so nobody else
 * adds any.
 */
final class ChunkRoom {
  /** Counting a terabyte's takes seconds; whoever keeps sending must not make it a habit. */
  private static final Duration COUNTED_LATELY = Duration.ofMinutes(1);

  private final TensorStore store;
  private final long most;
  private long held;
  private long counted;
  private boolean known;

  /**
   * @param most bytes
   */
  ChunkRoom(TensorStore store, long most) {
    this.store = store;
    this.most = most;
  }

  /**
   * Makes a new chunk count.
   *
   * @throws InputException if there is no room for it
   */
  synchronized void take(Chunk chunk) {
    if (!known) {
      count();
    }
    if (held + chunk.bytes() > most && System.nanoTime() - counted > COUNTED_LATELY.toNanos()) {
      count();
    }
    if (held + chunk.bytes() > most) {
      throw new InputException(
          "the server holds "
              + held
              + " bytes of files that were sent, and takes "
              + most
              + " of all studies (CHIASM_UPLOADS_MOST_KEPT): 'chiasm gc' removes those that no kept"
              + " study names");
    }
    held += chunk.bytes();
  }

  private void count() {
    long sum = 0;
    for (ObjectKey key : store.list(ObjectLayout.chunks())) {
      String name = key.value().substring(key.value().lastIndexOf('/') + 1);
      sum += Chunk.parse(name).map(Chunk::bytes).orElse(0);
    }
    held = sum;
    counted = System.nanoTime();
    known = true;
  }
}
