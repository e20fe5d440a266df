package io.chiasm.aggregator.shell.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Keeps two things apart: what begins to rely on objects that it finds in the store, and the
 * deletion of objects that nothing refers to. From {@link #begin} until its list of references is
 * written a study is starting, and meanwhile nothing is deleted; a start waits for the batch that
 * is being deleted and then looks at what is left. There is one aggregator, so a lock in its
 * process will do.
 */
public final class Starts {
  /** Fair: one batch after another would never let a study in. */
  private final ReentrantLock turn = new ReentrantLock(true);

  private final List<Start> under = new ArrayList<>();
  private long ended;

  /** Something that is not yet on record; closing it says that it is, or came to nothing. */
  public final class Start implements AutoCloseable {
    private final String what;

    private Start(String what) {
      this.what = what;
    }

    @Override
    public void close() {
      end(this);
    }
  }

  /**
   * Something begins to look at what the store holds.
   *
   * @param what it is, for a sentence, such as {@code study x-00000000}
   */
  public Start begin(String what) {
    return locked(
        () -> {
          Start start = new Start(what);
          under.add(start);
          return start;
        });
  }

  private void end(Start start) {
    apart(
        () -> {
          if (under.remove(start)) {
            ended++;
          }
        });
  }

  /** How many starts have ended: whoever sees it unchanged knows that no new list was written. */
  long ended() {
    return locked(() -> ended);
  }

  /**
   * Deletes while nothing starts.
   *
   * @return what is starting, in which case nothing was done
   */
  Optional<String> alone(Runnable deletion) {
    return locked(
        () -> {
          Optional<String> starting = under.stream().map(start -> start.what).findFirst();
          if (starting.isEmpty()) {
            deletion.run();
          }
          return starting;
        });
  }

  /** Changes or reads the register of studies, however many are starting. */
  void apart(Runnable change) {
    locked(
        () -> {
          change.run();
          return change;
        });
  }

  /** Whether something waits for its turn. */
  boolean waitedFor() {
    return turn.hasQueuedThreads();
  }

  private <T> T locked(Supplier<T> work) {
    turn.lock();
    try {
      return work.get();
    } finally {
      turn.unlock();
    }
  }
}
