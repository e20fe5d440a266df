import java.util.Random;
import java.util.stream.Stream;

/**
 * One study on workers that do one task at a time, event by event. Processors that are fewer than
 * busy workers are shared out evenly. The same seed gives the same numbers.
 */
final class Simulation {
  /** When it ended, workers × time until the last superfluous one is gone, and the most at once. */
  record Outcome(double makespan, double workerSeconds, int extractors, int encoders) {}

  private final Study study;
  private final Pool extractors;
  private final Pool encoders;
  private final double processors;
  private final double start;
  private final double pause;
  private final Random random;
  private double now;
  private double worked;
  private double workerSeconds;
  private int open;

  /**
   * @param processors for all workers together, each of which keeps one busy
   * @param start seconds from the wish for a worker to its first task
   * @param pause seconds between two tasks of a worker
   */
  Simulation(
      Study study,
      Scaling extractors,
      Scaling encoders,
      double processors,
      double start,
      double pause,
      long seed) {
    this.study = study;
    this.extractors = new Pool(extractors);
    this.encoders = new Pool(encoders);
    this.processors = processors;
    this.start = start;
    this.pause = pause;
    this.random = new Random(seed);
  }

  Outcome run() {
    for (int network = 0; network < study.networks(); network++) {
      int[] left = {study.blocks()};
      for (int block = 0; block < study.blocks(); block++) {
        add(extractors, study.extraction(), true, () -> extracted(left));
      }
    }
    double makespan = 0;
    double tick = 0;
    while (open > 0 || !settled(extractors) || !settled(encoders)) {
      take(extractors);
      take(encoders);
      double next = Math.min(tick, Math.min(nextEnd(), nextFree()));
      pass(next);
      finish(extractors);
      finish(encoders);
      if (now >= tick) {
        scale(extractors);
        scale(encoders);
        tick += Scaling.EVERY;
      }
      makespan = open == 0 && makespan == 0 ? now : makespan;
    }
    return new Outcome(makespan, workerSeconds, extractors.largest, encoders.largest);
  }

  private static boolean settled(Pool pool) {
    return pool.workers.size() <= pool.scaling.first();
  }

  private void add(Pool pool, Cost cost, boolean queued, Runnable then) {
    open++;
    pool.add(new Pool.Task(cost.draw(random), queued, then));
  }

  private void extracted(int[] left) {
    if (--left[0] == 0) {
      for (int layer = 0; layer < study.layers(); layer++) {
        add(encoders, study.gram(), false, this::formed);
      }
    }
  }

  private void formed() {
    for (int task = 0; task < study.tasks(); task++) {
      add(encoders, study.encoding(), true, () -> {});
    }
  }

  private void take(Pool pool) {
    for (Pool.Worker worker : pool.workers) {
      if (worker.job == null && worker.freeAt <= now && !pool.waiting.isEmpty()) {
        Pool.Task task = pool.waiting.remove();
        worker.job = new Pool.Job(task, worked + task.seconds());
      }
    }
  }

  private Stream<Pool.Worker> busy() {
    return Stream.of(extractors, encoders)
        .flatMap(pool -> pool.workers.stream())
        .filter(worker -> worker.job != null);
  }

  private double pace() {
    return Math.min(1, processors / Math.max(1, busy().count()));
  }

  private double nextEnd() {
    double end = busy().mapToDouble(worker -> worker.job.end()).min().orElse(Double.MAX_VALUE);
    return now + (end - worked) / pace();
  }

  private double nextFree() {
    return Stream.of(extractors, encoders)
        .flatMap(pool -> pool.workers.stream())
        .mapToDouble(worker -> worker.freeAt)
        .filter(at -> at > now)
        .min()
        .orElse(Double.MAX_VALUE);
  }

  private void pass(double next) {
    double length = next - now;
    workerSeconds += length * (extractors.workers.size() + encoders.workers.size());
    worked += length * pace();
    now = next;
  }

  private void finish(Pool pool) {
    for (Pool.Worker worker : pool.workers.toArray(Pool.Worker[]::new)) {
      if (worker.job == null || worker.job.end() > worked + 1e-9) {
        continue;
      }
      Pool.Task task = worker.job.task();
      worker.job = null;
      worker.freeAt = now + pause;
      if (worker.retiring) {
        pool.workers.remove(worker);
      }
      open--;
      pool.backlog -= task.queued() ? 1 : 0;
      task.then().run();
    }
  }

  private void scale(Pool pool) {
    pool.scaleTo(pool.scaling.wanted(now, pool.backlog, pool.staying()), now, start);
  }
}
