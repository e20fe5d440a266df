package io.chiasm.local.progress;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.study.progress.Stage;
import io.chiasm.study.progress.StudyState;
import io.chiasm.study.progress.StudyStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import org.junit.jupiter.api.Test;

class BarViewTest {
  private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();

  @Test
  void whatIsPrintedAfterTheBarsIsNotDrawnOver() {
    // Given
    PrintStream terminal = new PrintStream(drawn, true, StandardCharsets.UTF_8);
    BarView view =
        new BarView(builder -> builder.setConsumer(new ConsoleProgressBarConsumer(terminal, 80)));
    view.show(
        new StudyStatus(
            "s",
            "s",
            StudyState.COMPLETED,
            List.of(new Stage("encoding", "models", 2, 0, 0, 2)),
            List.of(),
            List.of()));
    view.close();
    assertThat(drawn.toString(StandardCharsets.UTF_8)).contains("encoding");
    drawn.reset();
    // When
    view.close();
    // Then
    assertThat(drawn.size()).isZero();
  }
}
