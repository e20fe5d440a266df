package io.chiasm.aggregator.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresReaderTest {
  private static final StudyScores SCORES = MadeStudy.scores(MadeStudy.study(), 3);

  private final Path scores;
  private final Path lateralisation;

  ScoresReaderTest(@TempDir Path folder) throws IOException {
    this.scores = Files.write(folder.resolve("scores.csv"), ScoresTable.of(SCORES).csv());
    this.lateralisation =
        Files.write(folder.resolve("lateralisation.csv"), LateralisationTable.of(SCORES).csv());
  }

  @Test
  void whatWasWrittenIsReadBack() {
    StudyScores read = ScoresReader.read(scores, lateralisation);
    assertThat(ScoresTable.of(read).csv()).isEqualTo(ScoresTable.of(SCORES).csv());
    assertThat(LateralisationTable.of(read).csv()).isEqualTo(LateralisationTable.of(SCORES).csv());
    assertThat(read.conditions()).isEqualTo(SCORES.conditions());
    assertThat(read.rois()).isEqualTo(SCORES.rois());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "subj01,lh;subj 01,lh; row 1: participant is 'subj 01': participant 'subj 01' is not",
        "subj01,lh;subj01,xh; row 1: hemisphere is 'xh': hemisphere 'xh' is not lh or rh",
        ",full,;,best,; row 1: model is 'best': no model is called so",
        "full,0.;full,x.; row 1: score is 'x.",
        ",n_scored;,scored; has no column n_scored",
        "subj01,rh;subj01,lh; the row comes twice",
        "subj01,lh;subj01,lh,lh; row 1: 15 cells, not one per column"
      })
  void aWrongTableIsNamedWithItsRow(String what, String instead, String words) throws IOException {
    String text = Files.readString(scores);
    assertThat(text).contains(what);
    Files.writeString(scores, text.replaceFirst(what, instead));
    if (what.equals("subj01,rh")) {
      Files.writeString(scores, text.replace(what, instead));
    }
    assertThatThrownBy(() -> ScoresReader.read(scores, lateralisation))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(scores.toString())
        .hasMessageContaining(words);
  }
}
