import java.util.ArrayDeque;
import java.util.Deque;

/** How many workers of one kind there are to be, by what is known of their queue. */
interface Scaling {
  int first();

  /** Asked whenever {@link #EVERY} has passed. */
  int wanted(double now, int backlog, int workers);

  /** KEDA looks whether to begin every 10 s, the HPA that it made every 15 s. */
  double EVERY = 5;

  /** Always as many. */
  record Fixed(int first) implements Scaling {
    @Override
    public int wanted(double now, int backlog, int workers) {
      return first;
    }
  }

  /** KEDA with its HPA, as deploy/kubernetes/components/keda sets them. */
  final class Keda implements Scaling {
    private static final double POLL = 10;
    private static final double SYNC = 15;
    private static final double TOLERANCE = 0.1;
    private static final int MOST_NEW = 4;

    private final int least;
    private final int most;
    private final int perWorker;
    private final double coolDown;
    private final Deque<double[]> recommended = new ArrayDeque<>();
    private double lastActive;

    Keda(int least, int most, int perWorker, double coolDown) {
      this.least = least;
      this.most = most;
      this.perWorker = perWorker;
      this.coolDown = coolDown;
    }

    @Override
    public int first() {
      return least;
    }

    @Override
    public int wanted(double now, int backlog, int workers) {
      if (backlog > 0) {
        lastActive = now;
      }
      if (workers == 0) {
        return backlog > 0 && now % POLL == 0 ? 1 : 0;
      }
      if (backlog == 0 && least == 0 && now - lastActive >= coolDown) {
        recommended.clear();
        return 0;
      }
      return now % SYNC == 0 ? ofHpa(now, backlog, workers) : workers;
    }

    private int ofHpa(double now, int backlog, int workers) {
      double ratio = (double) backlog / perWorker / workers;
      int raw =
          Math.abs(ratio - 1) <= TOLERANCE ? workers : (int) Math.ceil((double) backlog / perWorker);
      int bounded = Math.max(Math.max(1, least), Math.min(most, raw));
      recommended.add(new double[] {now, bounded});
      recommended.removeIf(each -> each[0] < now - coolDown);
      if (bounded >= workers) {
        return Math.min(bounded, Math.max(2 * workers, workers + MOST_NEW));
      }
      double highest = recommended.stream().mapToDouble(each -> each[1]).max().orElse(bounded);
      return (int) Math.min(workers, highest);
    }
  }
}
