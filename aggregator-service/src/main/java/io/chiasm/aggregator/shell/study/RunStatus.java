package io.chiasm.aggregator.shell.study;

import io.chiasm.study.plan.Plan;
import io.chiasm.study.progress.Progress;
import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is told of one study under way. What it ended as stays, whatever its threads still say. */
final class RunStatus {
  private final String id;
  private final String name;
  private volatile StudyStatus shown;

  /** What its own work met last and tries again; empty while it goes on. */
  private String obstacle = "";

  private Stage photographs = new Stage("import", "photographs", 0, 0, 0, 0);
  private Stage report = report(0, 1);
  private @Nullable Plan plan;
  private @Nullable Progress begun;
  private @Nullable Progress now;

  RunStatus(String id, String name) {
    this.id = id;
    this.name = name;
    this.shown = status(StudyState.IMPORTING, List.of(), List.of());
  }

  StudyStatus get() {
    return shown;
  }

  private StudyState state() {
    return shown.state();
  }

  synchronized void importing(int done, int total) {
    photographs = new Stage("import", "photographs", done, 0, 0, total);
    obstacle = "";
    show(status(StudyState.IMPORTING, List.of(), List.of()));
  }

  /** It has a plan, and is so far; shown with the next change of its state. */
  synchronized void planned(Plan planned, Progress progress) {
    plan = planned;
    begun = progress;
    now = progress;
  }

  /**
   * How far it is.
   *
   * @param reasons why something of it failed
   */
  synchronized void progressed(Progress progress, List<String> reasons) {
    now = progress;
    show(status(StudyState.RUNNING, reasons, List.of()));
  }

  /** How far the report is. */
  synchronized void reporting(int done, int total) {
    report = report(done, total);
    show(status(StudyState.REPORTING, shown.reasons(), shown.warnings()));
  }

  /** A report that is begun, or begun again, has no step done. */
  synchronized void changeTo(StudyState state) {
    if (state != shown.state()) {
      report = report(0, 1);
    }
    show(status(state, shown.reasons(), shown.warnings()));
  }

  /** Something is in the way; nothing is any more if empty. */
  synchronized void meet(String what) {
    if (!obstacle.equals(what)) {
      obstacle = what;
      changeTo(state());
    }
  }

  synchronized void end(Outcome outcome) {
    if (outcome.state() == StudyState.COMPLETED) {
      report = report(report.total(), report.total());
    }
    show(status(outcome.state(), outcome.reasons(), outcome.warnings()));
    plan = null;
  }

  private void show(StudyStatus next) {
    if (!state().ended()) {
      shown = next;
    }
  }

  private StudyStatus status(StudyState state, List<String> reasons, List<String> warnings) {
    List<String> waiting = obstacle.isEmpty() || state.ended() ? List.of() : List.of(obstacle);
    return new StudyStatus(id, name, state, stages(state), reasons, warnings, waiting);
  }

  private List<Stage> stages(StudyState state) {
    List<Stage> stages = new ArrayList<>(List.of(photographs));
    if (plan != null && now != null && begun != null) {
      stages.addAll(now.stages(plan, begun, report));
    }
    return stages;
  }

  private static Stage report(int done, int total) {
    return new Stage("report", "steps", done, 0, 0, total);
  }
}
