package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.study.progress.StudyState;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a study that changes its phase while the broker takes no word of it. */
@Timeout(60)
class StudyRunTest {
  private static final int ALL = Integer.MAX_VALUE;

  private final AtomicInteger reports = new AtomicInteger();
  private boolean refused;
  private StudiesBench bench;

  @BeforeEach
  void start(@TempDir Path folder) {
    bench =
        new StudiesBench(
            folder,
            (study, watch) -> {
              if (refused) {
                throw new InputException("subj03/lh: 12 rows, 13 photographs");
              }
              return StudiesBench.imported();
            },
            (study, missing, watch) -> {
              reports.incrementAndGet();
              return List.of();
            });
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aReportWaitsForTheBroker() {
    // Given
    String id = running();
    // When
    bench.producer().take(0);
    bench.encodeAll();
    bench.studies().touch(id);
    StudiesBench.until(() -> bench.producer().refused() > 0);
    // Then
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.REPORTING);
    bench.producer().take(ALL);
    bench.await(id, StudyState.COMPLETED);
    assertThat(reports).hasValue(1);
  }

  @Test
  void anEndThatTheBrokerDidNotTakeIsSaidAgainWithoutAnotherReport() {
    // Given
    String id = running();
    // When the word of the report is taken, that of its end is not
    bench.producer().take(1);
    bench.encodeAll();
    bench.studies().touch(id);
    StudiesBench.until(() -> bench.producer().refused() > 0);
    bench.producer().take(ALL);
    // Then
    bench.await(id, StudyState.COMPLETED);
    assertThat(reports).hasValue(1);
  }

  @Test
  void aFailureThatTheBrokerDidNotTakeIsSaidAgain() {
    // Given
    refused = true;
    bench.producer().take(0);
    // When
    String id = bench.submit();
    StudiesBench.until(() -> bench.producer().refused() > 0);
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.IMPORTING);
    bench.producer().take(ALL);
    // Then
    assertThat(bench.await(id, StudyState.FAILED).reasons())
        .containsExactly("subj03/lh: 12 rows, 13 photographs");
  }

  @Test
  void aStudyThatCouldNotBeCancelledGoesOnAndCanBeCancelledLater() {
    // Given
    String id = running();
    bench.producer().take(0);
    assertThatThrownBy(() -> bench.studies().cancel(id)).isInstanceOf(TransientException.class);
    // When
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.RUNNING);
    bench.producer().take(ALL);
    bench.studies().cancel(id);
    // Then
    assertThat(bench.studies().status(id).state()).isEqualTo(StudyState.CANCELLED);
    assertThat(reports).hasValue(0);
  }

  private String running() {
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    return id;
  }
}
