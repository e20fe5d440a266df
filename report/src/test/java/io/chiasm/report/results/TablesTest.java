package io.chiasm.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.table.Table;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TablesTest {
  private final StudyScores scores =
      new Summariser(new StudyOrder(MadeStudy.study()), (p, h) -> NumpyReference.masks())
          .summarise(NumpyReference.cells(), cell -> {});

  @Test
  void scoresHaveTheAgreedColumnsAndOneRowPerRoiAndModel() {
    // When
    List<String> lines = lines(ScoresTable.of(scores));
    // Then
    assertThat(lines.get(0))
        .isEqualTo(
            "participant,hemisphere,network,layer,tensor,split,regression,roi_class,roi,model,"
                + "score,r2,n_vertices,n_scored");
    assertThat(lines).hasSize(1 + 6 * 4 * 3);
    assertThat(lines.get(1))
        .startsWith("subj01,lh,trained,early,features.2,features,ridge,all,all,full,0.")
        .endsWith(",NaN,11,10");
  }

  @Test
  void anRoiWithoutVerticesHasNoRowAndOneWithoutScoresHasNaN() {
    // When
    List<String> lines = lines(ScoresTable.of(scores));
    // Then
    assertThat(lines).noneMatch(line -> line.contains("empty"));
    assertThat(lines)
        .contains(
            "subj02,rh,trained,early,features.2,features,ridge,prf-visualrois,hV4,full,NaN,NaN,2,0");
  }

  @Test
  void lateralisationIsMeantOverTheVerticesThatHaveBothScores() {
    // When
    List<String> lines = lines(LateralisationTable.of(scores));
    // Then
    assertThat(lines).hasSize(1 + 6 * 4);
    assertThat(lines.get(3)).contains(",V1d,").endsWith(",4,2");
  }

  @Test
  void groupsSayHowManyHemispheresAndParticipantsTheyHold() {
    // When
    List<String> lines = lines(GroupsTable.of(scores));
    // Then
    assertThat(lines.get(0))
        .isEqualTo(
            "network,layer,tensor,split,regression,roi_class,roi,quantity,mean,sd,n,n_participants");
    assertThat(lines).filteredOn(line -> line.contains(",hV4,")).allMatch(l -> l.endsWith(",5,3"));
    assertThat(lines).hasSize(1 + 4 * 4);
  }

  @Test
  void aNameWithCommasAndQuotesIsQuoted() {
    // Given
    Condition odd = new Condition("a,\"b\"", "early", "t", "features", "ridge");
    MadeCell cell =
        new MadeCell("subj01", Hemisphere.RH, odd, Map.of("score_full", new float[] {0.5f}));
    // When
    StudyScores one =
        new Summariser(new StudyOrder(MadeStudy.study()), (p, h) -> List.of())
            .summarise(List.of(cell), seen -> {});
    // Then
    assertThat(lines(ScoresTable.of(one)).get(1))
        .isEqualTo("subj01,rh,\"a,\"\"b\"\"\",early,t,features,ridge,all,all,full,0.5,NaN,1,1");
  }

  @Test
  void theTerminalTableFitsAHundredColumns() {
    // When
    String table = TerminalTable.of(MadeStudy.scores(MadeStudy.study(), 3), "features");
    // Then
    assertThat(table.lines()).allMatch(line -> line.length() <= 100);
    assertThat(table)
        .contains("trained · early (features.2)\n")
        .contains("untrained-0 · late (features.8)\n")
        .containsPattern("  V1v  +0\\.\\d{3} ± 0\\.\\d{3}  ")
        .doesNotContain("upper-lower");
  }

  private static List<String> lines(Table table) {
    return new String(table.csv(), StandardCharsets.UTF_8).lines().toList();
  }
}
