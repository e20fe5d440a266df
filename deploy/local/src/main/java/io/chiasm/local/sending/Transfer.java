package io.chiasm.local.sending;

import io.chiasm.local.progress.ProgressView;
import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.util.List;

/** How many bytes of one kind of work are done, shown as a stage of a study is. */
final class Transfer {
  private static final long KILO = 1000;
  private static final long MEGA = 1000 * KILO;
  private static final long LARGE = 10 * MEGA;

  private final ProgressView view;
  private final String name;
  private final long total;
  private final long known;
  private long done;

  /**
   * @param total bytes
   * @param known those of them that need nothing
   */
  Transfer(ProgressView view, String name, long total, long known) {
    this.view = view;
    this.name = name;
    this.total = total;
    this.known = known;
    this.done = known;
    show();
  }

  synchronized void add(long bytes) {
    done += bytes;
    show();
  }

  private void show() {
    long unit = total >= LARGE ? MEGA : KILO;
    Stage stage =
        new Stage(name, unit == MEGA ? "MB" : "kB", in(unit, done), in(unit, known), 0, all(unit));
    view.show(new StudyStatus("", "", StudyState.IMPORTING, List.of(stage), List.of(), List.of()));
  }

  private int all(long unit) {
    return Math.max(1, in(unit, total));
  }

  /** The last byte completes what was rounded. */
  private int in(long unit, long bytes) {
    return (int) (bytes == total ? Math.max(1, (total + unit - 1) / unit) : bytes / unit);
  }
}
