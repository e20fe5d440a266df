package io.chiasm.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.study.Study;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RunningSummaryTest {
  @Test
  void cellsInAnyOrderGiveWhatAllAtOnceGive() {
    // Given
    Study study = MadeStudy.study();
    List<EncodingCell> cells = new ArrayList<>(MadeStudy.cells(study, 3));
    Collections.shuffle(cells, new Random(5));
    // When
    RunningSummary summary = new RunningSummary(new StudyOrder(study), MadeStudy::masks);
    cells.forEach(summary::add);
    // Then
    assertThat(summary.size()).isEqualTo(cells.size());
    assertThat(ScoresTable.of(summary.scores()).csv())
        .isEqualTo(ScoresTable.of(MadeStudy.scores(study, 3)).csv());
  }

  @Test
  void aCellsArraysAreReadOnce() {
    // Given
    Study study = MadeStudy.study();
    MadeCell cell = (MadeCell) MadeStudy.cells(study, 1).get(0);
    RunningSummary summary = new RunningSummary(new StudyOrder(study), MadeStudy::masks);
    // When
    summary.add(cell);
    int reads = cell.reads();
    StudyScores unused = summary.scores();
    // Then
    assertThat(unused.rows()).isNotEmpty();
    assertThat(reads).isPositive();
    assertThat(cell.reads()).isEqualTo(reads);
  }
}
