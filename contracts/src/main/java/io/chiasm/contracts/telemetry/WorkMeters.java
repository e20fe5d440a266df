package io.chiasm.contracts.telemetry;

import io.chiasm.contracts.message.Topic;
import java.time.Duration;

/** Counts work that is done. */
public interface WorkMeters {
  /** Counts nothing. */
  WorkMeters NONE =
      new WorkMeters() {
        @Override
        public void done(Stage stage, Duration took) {}

        @Override
        public void duplicate(Stage stage) {}

        @Override
        public void planned(Stage stage, int found, int missing) {}

        @Override
        public void deadLetter(Topic origin) {}
      };

  /** Work was done. */
  void done(Stage stage, Duration took);

  /** A task was taken whose result was there already: nothing was computed. */
  void duplicate(Stage stage);

  /** A study was planned: this many results are there already, this many are to be computed. */
  void planned(Stage stage, int found, int missing);

  /** A task was given up for good. */
  void deadLetter(Topic origin);
}
