import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Workers of one kind and their queue. */
final class Pool {
  /** One process, which does one task at a time. */
  static final class Worker {
    /** Until then it starts, or is between two tasks. */
    double freeAt;

    boolean retiring;
    Job job;
  }

  /** A task under way; {@code end} by the clock that runs while processors work for it. */
  record Job(Task task, double end) {}

  /** One task; only those of the queue are seen by scalers. */
  record Task(double seconds, boolean queued, Runnable then) {}

  final Scaling scaling;
  final Deque<Task> waiting = new ArrayDeque<>();
  final List<Worker> workers = new ArrayList<>();
  int backlog;
  int largest;

  Pool(Scaling scaling) {
    this.scaling = scaling;
    for (int i = 0; i < scaling.first(); i++) {
      workers.add(new Worker());
    }
    largest = workers.size();
  }

  void add(Task task) {
    waiting.add(task);
    backlog += task.queued() ? 1 : 0;
  }

  /** Those that are not about to go. */
  int staying() {
    return (int) workers.stream().filter(worker -> !worker.retiring).count();
  }

  void scaleTo(int wanted, double now, double start) {
    for (int missing = wanted - staying(); missing > 0; missing--) {
      Worker worker = new Worker();
      worker.freeAt = now + start;
      workers.add(worker);
    }
    for (int many = staying() - wanted; many > 0; many--) {
      retireOne();
    }
    largest = Math.max(largest, workers.size());
  }

  /** The youngest, which may be at work, as a cluster does: it ends its task first. */
  private void retireOne() {
    for (int i = workers.size() - 1; i >= 0; i--) {
      Worker worker = workers.get(i);
      if (!worker.retiring) {
        worker.retiring = true;
        if (worker.job == null) {
          workers.remove(i);
        }
        return;
      }
    }
  }
}
