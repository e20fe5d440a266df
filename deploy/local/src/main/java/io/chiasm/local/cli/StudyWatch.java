package io.chiasm.local.cli;

import io.chiasm.contracts.failure.TransientException;
import io.chiasm.local.client.AggregatorClient;
import io.chiasm.local.progress.ProgressView;
import io.chiasm.study.progress.StudyStatus;
import java.time.Duration;

/** Follows a study to its end. */
final class StudyWatch {
  private static final Duration GLANCE = Duration.ofMillis(300);
  private static final int MOST_MISSES = 100;

  private final AggregatorClient client;
  private final ProgressView view;

  StudyWatch(AggregatorClient client, ProgressView view) {
    this.client = client;
    this.view = view;
  }

  /**
   * Shows progress until the study ends.
   *
   * @param meanwhile runs at each glance; may throw to give up
   */
  StudyStatus follow(String study, Runnable meanwhile) {
    int misses = 0;
    while (true) {
      meanwhile.run();
      try {
        StudyStatus status = client.status(study);
        misses = 0;
        view.show(status);
        if (status.state().ended()) {
          return status;
        }
      } catch (TransientException e) {
        // The aggregator may be starting again.
        if (++misses > MOST_MISSES) {
          throw e;
        }
      }
      sleep();
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(GLANCE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransientException("interrupted", e);
    }
  }
}
