package io.chiasm.report.writing.warning;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeCell;
import io.chiasm.report.writing.outcome.MadeResults;
import io.chiasm.report.writing.outcome.StudyResults;
import io.chiasm.report.writing.outcome.Warning;
import io.chiasm.report.writing.outcome.WarningKind;
import io.chiasm.report.writing.outcome.WarningPlace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WarningSentencesTest {
  private static final StudyResults RESULTS = MadeResults.complete(2);

  @Test
  void aKindThatManyEncodingsReportIsOneSentenceWithTheWorst() {
    // Given
    List<Warning> all = new ArrayList<>();
    for (String layer : List.of("early", "middle", "late")) {
      for (String model : List.of("full", "contra")) {
        all.add(alpha(layer, model, model.equals("contra") && layer.equals("middle") ? 90 : 20));
      }
    }
    // Then
    assertThat(WarningSentences.of(RESULTS, all))
        .containsExactly(
            ("The grid of alphas starts too high: with smaller ones, vertices have at least 1 %% less"
                    + " error in cross-validation, in 3 of %d encodings; most in subj01, lh, trained,"
                    + " middle, features, contra model: 90 of 256 vertices looked at.")
                .formatted(RESULTS.cells().size()));
  }

  @Test
  void kindsHaveOneOrderAndOfEqualSharesTheFirstIsTheWorst() {
    // Given
    List<Warning> all = new ArrayList<>();
    all.add(alpha("early", "full", 20));
    all.add(alpha("late", "full", 20));
    all.add(at("early", WarningKind.CONSTANT_RESPONSE, "full", 3, 1200));
    all.add(at("early", WarningKind.DROPPED_COMPONENTS, "ipsi", 88, 100));
    all.add(StudyResults.SIMULATED);
    // When
    List<String> sentences = WarningSentences.of(RESULTS, all);
    Collections.shuffle(all.subList(2, 5), new Random(1));
    // Then
    assertThat(WarningSentences.of(RESULTS, all)).isEqualTo(sentences);
    assertThat(sentences).hasSize(4);
    assertThat(sentences.get(0)).startsWith("The responses are simulated");
    assertThat(sentences.get(1))
        .contains("their responses to the stimuli that a fold holds out are constant")
        .endsWith("full model: 3 of 1200 vertices.");
    assertThat(sentences.get(2)).endsWith("ipsi model: 88 of 100 components.");
    assertThat(sentences.get(3)).contains("most in subj01, lh, trained, early");
  }

  @Test
  void filesThatLackTheSameAreOneSentence() {
    // Given
    List<Warning> all =
        List.of(
            file("subj01/a.npy", "1 vertices have one response to all stimuli: 2"),
            file("subj02/a.npy", "3 vertices have one response to all stimuli: 9"),
            file("subj03/b.npy", "the file is missing"));
    // Then
    assertThat(WarningSentences.of(RESULTS, all))
        .containsExactly(
            "subj01/a.npy: 1 vertices have one response to all stimuli: 2 (and 1 more like this)",
            "subj03/b.npy: the file is missing");
  }

  @Test
  void theTableHasEachWithItsPlace() {
    String csv =
        new String(
            WarningsTable.of(List.of(alpha("early", "full", 20), file("a,b.npy", "is missing")))
                .csv(),
            StandardCharsets.UTF_8);
    assertThat(csv.lines())
        .containsExactly(
            "kind,file,participant,hemisphere,network,layer,tensor,split,regression,roi,model,count,"
                + "of,sentence",
            "smallest-alpha,,subj01,lh,trained,early,t,features,ridge,,full,20,256,said",
            "dataset,\"a,b.npy\",,,,,,,,,,0,0,is missing");
  }

  private static Warning alpha(String layer, String model, int count) {
    return at(layer, WarningKind.SMALLEST_ALPHA, model, count, 256);
  }

  private static Warning at(String layer, WarningKind kind, String model, int count, int of) {
    EncodingCell cell =
        new MadeCell(
            "subj01",
            Hemisphere.LH,
            new Condition("trained", layer, "t", "features", "ridge"),
            Map.of());
    return new Warning(kind, WarningPlace.of(cell, model), count, of, "said");
  }

  private static Warning file(String file, String what) {
    return new Warning(WarningKind.DATASET, WarningPlace.of(file), 0, 0, what);
  }
}
