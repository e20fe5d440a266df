package io.chiasm.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.table.TableFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoresReaderTest {
  private static final StudyScores SCORES = MadeStudy.scores(MadeStudy.study(), 3);

  private static final TableFile TABLE =
      new TableFile("scores.csv", text(ScoresTable.of(SCORES).csv()));
  private static final TableFile LATERALISATION =
      new TableFile("lateralisation.csv", text(LateralisationTable.of(SCORES).csv()));

  @Test
  void whatWasWrittenIsReadBack() {
    StudyScores read = ScoresReader.read(TABLE, LATERALISATION);
    assertThat(ScoresTable.of(read).csv()).isEqualTo(ScoresTable.of(SCORES).csv());
    assertThat(LateralisationTable.of(read).csv()).isEqualTo(LateralisationTable.of(SCORES).csv());
    assertThat(read.conditions()).isEqualTo(SCORES.conditions());
    assertThat(read.rois()).isEqualTo(SCORES.rois());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "subj01,lh;subj 01,lh; scores.csv:2: participant is 'subj 01': participant 'subj 01' is not",
        "subj01,lh;subj01,xh; scores.csv:2: hemisphere is 'xh': hemisphere 'xh' is not lh or rh",
        ",full,;,best,; scores.csv:2: model is 'best': no model is called so",
        "full,0.;full,x.; scores.csv:2: score is 'x.",
        ",n_scored;,scored; scores.csv:1: found no column n_scored",
        "subj01,rh;subj01,lh; the row comes twice",
        "subj01,lh;subj01,lh,lh; scores.csv:2: found 15 values"
      })
  void aWrongTableIsNamedWithItsLine(String what, String instead, String words) {
    assertThat(TABLE.text()).contains(what);
    String wrong =
        what.equals("subj01,rh")
            ? TABLE.text().replace(what, instead)
            : TABLE.text().replaceFirst(what, instead);
    assertThatThrownBy(() -> ScoresReader.read(new TableFile("scores.csv", wrong), LATERALISATION))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("scores.csv:")
        .hasMessageContaining(words);
  }

  private static String text(byte[] csv) {
    return new String(csv, StandardCharsets.UTF_8);
  }
}
