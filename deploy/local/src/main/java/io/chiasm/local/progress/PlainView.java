package io.chiasm.local.progress;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyStatus;
import java.io.PrintStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Lines for logs and pipes: at most one per stage and five seconds, and one when it ends. */
final class PlainView implements ProgressView {
  private static final Duration PACE = Duration.ofSeconds(5);

  private final PrintStream out;
  private final Map<String, Seen> seen = new HashMap<>();
  private final WaitNews waits = new WaitNews();

  PlainView(PrintStream out) {
    this.out = out;
  }

  @Override
  public void say(String line) {
    out.println(line);
  }

  @Override
  public void show(StudyStatus status) {
    waits.lines(status).forEach(out::println);
    long now = System.nanoTime();
    for (Stage stage : status.stages()) {
      if (stage.total() > 0) {
        show(stage, now);
      }
    }
  }

  private void show(Stage stage, long now) {
    Seen before = seen.computeIfAbsent(stage.name(), name -> new Seen(now, stage.done()));
    before.begin(stage, now);
    boolean ended = stage.ended() && !before.ended;
    boolean moved = stage.done() + stage.failed() > before.shown;
    if (ended || (moved && now - before.last >= PACE.toNanos())) {
      out.println(line(stage, before, now));
      before.last = now;
      before.shown = stage.done() + stage.failed();
      before.ended = stage.ended();
    }
  }

  private static String line(Stage stage, Seen since, long now) {
    StringBuilder line = new StringBuilder();
    line.append(
        String.format(
            Locale.ROOT,
            "%-10s %d/%d %s",
            stage.name(),
            stage.done(),
            stage.total(),
            stage.unit()));
    double seconds = (now - since.first) / 1e9;
    int computed = stage.done() - since.from;
    if (computed > 0 && seconds > 0) {
      double rate = computed / seconds;
      line.append(String.format(Locale.ROOT, ", %.1f/s", rate));
      if (!stage.ended()) {
        double left = (stage.total() - stage.done() - stage.failed()) / rate;
        line.append(String.format(Locale.ROOT, ", %.0f s left", left));
      }
    }
    if (stage.reused() > 0) {
      line.append(", ").append(stage.reused()).append(" reused");
    }
    if (stage.failed() > 0) {
      line.append(", ").append(stage.failed()).append(" failed");
    }
    return line.toString();
  }

  @Override
  public void close() {
    out.flush();
  }

  /** What was printed of a stage. */
  private static final class Seen {
    private long first;
    private int from;
    private boolean begun;
    private long last;
    private int shown;
    private boolean ended;

    Seen(long now, int from) {
      this.first = now;
      this.from = from;
      this.last = now - PACE.toNanos();
    }

    /** The rate counts from the first that was done: those before it waited for other stages. */
    void begin(Stage stage, long now) {
      if (!begun && stage.done() > from) {
        begun = true;
        first = now;
        from = stage.done();
      }
    }
  }
}
