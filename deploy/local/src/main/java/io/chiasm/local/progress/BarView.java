package io.chiasm.local.progress;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyStatus;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One bar per stage, with rate and remaining time. */
final class BarView implements ProgressView {
  private static final int LONGEST_STAGE = 10;
  private static final int REFRESH_MILLIS = 250;

  private final UnaryOperator<ProgressBarBuilder> output;
  private final Map<String, ProgressBar> bars = new LinkedHashMap<>();
  private final WaitNews waits = new WaitNews();

  /** Where bars began whose like was drawn before: a rate counts from there. */
  private final Map<String, Integer> drawn = new HashMap<>();

  /** Draws on the terminal. */
  BarView() {
    this(UnaryOperator.identity());
  }

  /**
   * @param output says where bars are drawn
   */
  BarView(UnaryOperator<ProgressBarBuilder> output) {
    this.output = output;
  }

  @Override
  public void say(String line) {
    System.err.println(line);
  }

  @Override
  public void show(StudyStatus status) {
    List<String> news = waits.lines(status);
    if (!news.isEmpty()) {
      // What is printed among bars would be drawn over: those so far stay above, new ones follow.
      close();
      news.forEach(this::say);
      status.stages().forEach(stage -> drawn.put(stage.name(), stage.done()));
    }
    for (Stage stage : status.stages()) {
      if (stage.total() > 0 && (stage.done() > 0 || bars.containsKey(stage.name()))) {
        ProgressBar bar = bars.computeIfAbsent(stage.name(), name -> bar(stage));
        bar.stepTo(stage.done());
        bar.setExtraMessage(note(stage));
        if (stage.ended()) {
          bar.refresh();
        }
      }
    }
  }

  private ProgressBar bar(Stage stage) {
    return output
        .apply(new ProgressBarBuilder())
        .setTaskName(String.format("%-" + LONGEST_STAGE + "s", stage.name()))
        .setInitialMax(stage.total())
        .startsFrom(drawn.getOrDefault(stage.name(), stage.reused()), java.time.Duration.ZERO)
        .setUnit(" " + stage.unit(), 1)
        .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BAR)
        .setUpdateIntervalMillis(REFRESH_MILLIS)
        .setSpeedUnit(java.time.temporal.ChronoUnit.SECONDS)
        .showSpeed()
        .build();
  }

  private static String note(Stage stage) {
    String note = stage.reused() > 0 ? " " + stage.reused() + " reused" : "";
    return stage.failed() > 0 ? note + " " + stage.failed() + " failed" : note;
  }

  /** A bar that is closed again draws itself again, over whatever was printed since. */
  @Override
  public void close() {
    bars.values().forEach(ProgressBar::close);
    bars.clear();
  }
}
