package io.chiasm.contracts.shell.service;

import io.chiasm.contracts.message.Topic;
import io.chiasm.contracts.shell.kafka.WorkerEvents;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Workers' events in the log; a bug also ends the process, so that it is seen and restarted. */
public final class LoggedWork implements WorkerEvents {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedWork.class);

  private final Runnable end;

  /**
   * @param end ends the process
   */
  public LoggedWork(Runnable end) {
    this.end = end;
  }

  @Override
  public void started(Topic queue, String task) {
    LOG.debug("started queue={} task={}", queue.label(), task);
  }

  @Override
  public void finished(Topic queue, String task, Duration took) {
    LOG.info("finished queue={} task={} millis={}", queue.label(), task, took.toMillis());
  }

  @Override
  public void refused(Topic queue, String task, String reason) {
    LOG.warn("refused queue={} task={}: {}", queue.label(), task, reason);
  }

  @Override
  public void waiting(Topic queue, String task, String reason, Duration pause) {
    LOG.warn("waiting queue={} task={} pause={}: {}", queue.label(), task, pause, reason);
  }

  @Override
  public void handedBack(Topic queue, String task) {
    LOG.warn("handed back queue={} task={}", queue.label(), task);
  }

  @Override
  public void broken(Topic queue, Throwable bug) {
    LOG.error("broken queue={}: this process ends", queue.label(), bug);
    end.run();
  }
}
