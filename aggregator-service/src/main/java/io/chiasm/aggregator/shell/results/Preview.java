package io.chiasm.aggregator.shell.results;

import io.chiasm.aggregator.shell.reporting.Unfinished;
import io.chiasm.contracts.message.EncodingTask;
import io.chiasm.contracts.store.ObjectKey;
import io.chiasm.report.chart.Figure;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.figure.PreliminaryFigures;
import io.chiasm.report.results.RunningSummary;
import io.chiasm.report.results.StudyOrder;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/** One study's preliminary figures. Who asks while another's redraw runs gets the last ones. */
final class Preview {
  /** A redraw reads new models for so long at most; the rest comes with the next. */
  private static final Duration READING = Duration.ofSeconds(3);

  private final Results results;
  private final Duration every;
  private final RunningSummary summary;
  private final Set<ObjectKey> read = new HashSet<>();
  private final ReentrantLock drawing = new ReentrantLock();
  private volatile Drawn last = new Drawn(0, 0, List.of());
  private volatile long lastNanos;

  /** A redraw; what is asked for is written as SVG once. */
  private record Drawn(int version, int models, List<Figure> figures, Map<String, String> written) {
    Drawn(int version, int models, List<Figure> figures) {
      this(version, models, figures, new ConcurrentHashMap<>());
    }
  }

  Preview(Unfinished study, Results results, Duration every) {
    this.results = results;
    this.every = every;
    this.summary = new RunningSummary(new StudyOrder(study.study()), study.imported()::masks);
    this.lastNanos = System.nanoTime() - every.toNanos();
  }

  Preliminary look(Unfinished study) {
    boolean late = System.nanoTime() - lastNanos >= every.toNanos();
    if (late && study.fitted().size() > last.models && drawing.tryLock()) {
      try {
        redraw(study);
      } finally {
        lastNanos = System.nanoTime();
        drawing.unlock();
      }
    }
    Drawn now = last;
    return new Preliminary(
        Math.max(study.fitted().size(), now.models),
        now.models,
        (int) study.plan().encoding().count(),
        now.version,
        now.figures.stream().map(f -> new Preliminary.Entry(f.id(), f.title())).toList());
  }

  private void redraw(Unfinished study) {
    long end = System.nanoTime() + READING.toNanos();
    List<EncodingTask> fitted =
        study
            .plan()
            .encoding()
            .filter(task -> study.fitted().contains(task.result()) && !read.contains(task.result()))
            .toList();
    for (EncodingTask task : fitted) {
      summary.add(results.cell(task));
      read.add(task.result());
      if (System.nanoTime() > end) {
        break;
      }
    }
    int total = (int) study.plan().encoding().count();
    List<Figure> figures =
        PreliminaryFigures.of(study.study(), summary.scores(), summary.size(), total);
    last = new Drawn(last.version + 1, summary.size(), figures);
  }

  /** A figure of the last redraw. */
  Optional<String> svg(String id) {
    Drawn now = last;
    return now.figures.stream()
        .filter(figure -> figure.id().equals(id))
        .findFirst()
        .map(figure -> now.written.computeIfAbsent(id, i -> figure.svg(Lettering.TEXT)));
  }
}
