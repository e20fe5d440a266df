package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Rereads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Repeats a study's work until it is done or can never be: a store or broker that is away is waited
 * for, bytes that came spoilt are read again, and whatever else goes wrong is a reason in words.
 */
final class UntilDone {
  private static final Logger LOG = LoggerFactory.getLogger(UntilDone.class);

  /** What is away comes back in seconds to minutes; asking costs little. */
  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String study;
  private final BooleanSupplier cancelled;
  private final Consumer<String> met;
  private final Rereads rereads = new Rereads();

  /**
   * @param met is told what is in the way, and an empty text when nothing is any more
   */
  UntilDone(String study, BooleanSupplier cancelled, Consumer<String> met) {
    this.study = study;
    this.cancelled = cancelled;
    this.met = met;
  }

  /**
   * Works, until it is cancelled or interrupted.
   *
   * @return why it can never be done; empty if it was, or was given up
   */
  Optional<String> run(Runnable work) {
    while (!cancelled.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
      try {
        work.run();
        met.accept("");
        return Optional.empty();
      } catch (TransientException e) {
        tryAgain(e);
      } catch (InputException e) {
        if (!rereads.again(e)) {
          return Optional.of(String.valueOf(e.getMessage()));
        }
        tryAgain(e);
      } catch (UncheckedIOException e) {
        LOG.warn("files of its own, study={}", study, e);
        return Optional.of(ownFiles(e));
      } catch (OutOfMemoryError e) {
        return Optional.of(
            "the aggregator ran out of memory (" + e.getMessage() + "): give it more");
      } catch (RuntimeException e) {
        LOG.error("bug in study={}", study, e);
        return Optional.of("a bug in the aggregator: " + e + "; its log says where");
      }
    }
    return Optional.empty();
  }

  private void tryAgain(RuntimeException reason) {
    String words = String.valueOf(reason.getMessage());
    LOG.warn("waiting study={}: {}", study, words);
    met.accept(words);
    pause();
  }

  /** The first of the causes says why, such as a full disk. */
  private static String ownFiles(UncheckedIOException e) {
    Throwable first = e;
    while (first.getCause() instanceof IOException earlier) {
      first = earlier;
    }
    String why = first instanceof IOException io ? Reason.withFile(io) : first.getMessage();
    return "the aggregator cannot read or write files of its own ("
        + why
        + "): put that right and resume the study";
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
