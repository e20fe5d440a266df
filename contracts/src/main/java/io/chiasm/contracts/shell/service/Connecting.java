package io.chiasm.contracts.shell.service;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.contracts.store.Backoff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks in the background for what a service needs, begins its work when all of it is there, and
 * goes on asking, so that it can be said at any time whether the service is ready, and if not why.
 * A refusal is asked about again too, only less often: what it is about may be put right at the
 * other end.
 */
public final class Connecting implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Connecting.class);
  private static final Backoff AWAY = new Backoff(Duration.ofMillis(250), Duration.ofSeconds(5));
  private static final Duration REFUSED = Duration.ofSeconds(15);
  private static final Duration CONNECTED = Duration.ofSeconds(30);

  private final Map<String, Runnable> parts;
  private final Runnable work;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "connecting");
  private volatile String trouble = "not yet connected";
  private volatile boolean begun;
  private boolean refused;

  /**
   * @param parts what is needed, each by name with a check that throws why it is not there
   * @param work what begins when all is there; called again if it fails
   */
  public Connecting(Map<String, Runnable> parts, Runnable work) {
    this.parts = parts;
    this.work = work;
    thread.setDaemon(true);
  }

  /** Returns at once. */
  public Connecting start() {
    thread.start();
    return this;
  }

  /** Why the service is not ready; empty if it is. */
  public Optional<String> trouble() {
    return Optional.of(trouble).filter(words -> !words.isEmpty());
  }

  /** Whether all has been there once, so that work has begun. */
  public boolean begun() {
    return begun;
  }

  private void run() {
    for (int tries = 0; !closed(); tries++) {
      String now = look();
      if (closed()) {
        return;
      }
      say(now);
      trouble = now;
      tries = now.isEmpty() ? 0 : tries;
      pause(now.isEmpty() ? CONNECTED : refused ? REFUSED : AWAY.after(tries + 1));
    }
  }

  private String look() {
    refused = false;
    List<String> troubles = new ArrayList<>();
    parts.forEach((name, check) -> attempt(name, check).ifPresent(troubles::add));
    if (troubles.isEmpty() && !begun) {
      attempt("start of work", work).ifPresent(troubles::add);
      begun = troubles.isEmpty();
    }
    return String.join("; ", troubles);
  }

  private Optional<String> attempt(String name, Runnable check) {
    try {
      if (!closed()) {
        check.run();
      }
      return Optional.empty();
    } catch (TransientException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (InputException e) {
      refused = true;
      return Optional.of(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      refused = true;
      if (!closed()) {
        LOG.error("bug: {}", name, e);
      }
      return Optional.of(name + ": a bug (" + e + "); the log says where");
    }
  }

  /** Once for each state, not at each look. */
  private void say(String now) {
    if (now.equals(trouble)) {
      return;
    }
    if (now.isEmpty()) {
      LOG.info("ready");
    } else if (refused) {
      LOG.error("not ready: {}", now);
    } else {
      LOG.warn("not ready: {}", now);
    }
  }

  private boolean closed() {
    return closed.getCount() == 0;
  }

  private void pause(Duration length) {
    try {
      boolean unused = closed.await(length.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      closed.countDown();
    }
  }

  /** Stops asking; a question under way is not waited for. */
  @Override
  public void close() {
    closed.countDown();
    thread.interrupt();
  }
}
