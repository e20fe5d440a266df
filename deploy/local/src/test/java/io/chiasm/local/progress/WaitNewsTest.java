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

class WaitNewsTest {
  private static final String STORE = "the object store has not answered since 08:03:10 UTC";
  private static final String BROKER = "the broker has not answered since 08:03:12 UTC";

  private final WaitNews news = new WaitNews();

  @Test
  void eachIsToldOnceAndTheEndOfAll() {
    assertThat(news.lines(status())).isEmpty();
    assertThat(news.lines(status(STORE))).containsExactly("waiting: " + STORE);
    assertThat(news.lines(status(STORE))).isEmpty();
    assertThat(news.lines(status(STORE, BROKER))).containsExactly("waiting: " + BROKER);
    assertThat(news.lines(status(BROKER))).isEmpty();
    assertThat(news.lines(status())).containsExactly("going on");
    assertThat(news.lines(status())).isEmpty();
  }

  @Test
  void plainLinesSayIt() {
    // Given
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    try (PlainView view = new PlainView(new PrintStream(printed, true, StandardCharsets.UTF_8))) {
      // When
      view.show(status(STORE));
      view.show(status(STORE));
      view.show(status());
    }
    // Then
    assertThat(printed.toString(StandardCharsets.UTF_8).lines().filter(l -> !l.contains("models")))
        .containsExactly("waiting: " + STORE, "going on");
  }

  @Test
  void barsThatWereDrawnStayAboveAndNewOnesFollow() {
    // Given
    ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    PrintStream terminal = new PrintStream(drawn, true, StandardCharsets.UTF_8);
    try (BarView view =
        new BarView(builder -> builder.setConsumer(new ConsoleProgressBarConsumer(terminal, 80)))) {
      view.show(status());
      // When
      view.show(status(STORE));
      drawn.reset();
      view.show(status(STORE));
    }
    // Then
    assertThat(drawn.toString(StandardCharsets.UTF_8)).contains("encoding");
  }

  private static StudyStatus status(String... waiting) {
    return new StudyStatus(
            "made-01",
            "made",
            StudyState.RUNNING,
            List.of(new Stage("encoding", "models", 1, 0, 0, 2)),
            List.of(),
            List.of())
        .with(List.of(waiting));
  }
}
