package io.chiasm.report.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.study.Study;
import io.chiasm.dataset.roi.RoiMask;
import io.chiasm.report.chart.Lettering;
import io.chiasm.report.figure.Chapter;
import io.chiasm.report.figure.ReliabilityFigures;
import io.chiasm.report.results.Condition;
import io.chiasm.report.results.EncodingCell;
import io.chiasm.report.results.MadeStudy;
import io.chiasm.report.results.Roi;
import io.chiasm.report.results.StudyOrder;
import io.chiasm.report.results.StudyScores;
import io.chiasm.report.results.Summariser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StudyReliabilityTest {
  private static final List<String> NETWORKS = List.of("trained", "untrained-0", "untrained-1");
  private static final Study STUDY = MadeStudy.study(NETWORKS);
  private static final int FOLDS = 4;
  private static final int VERTICES = 6;
  private static final Roi V1V = new Roi("prf", "V1v");

  private final StudyReliability reliability = new StudyReliability((p, h) -> masks());

  @Test
  void seedsOfOneNetworkAreTakenTogetherToo() {
    List<VarianceOfRoi> variances = variances(cells());
    assertThat(variances.stream().map(VarianceOfRoi::network).distinct())
        .containsExactly("trained", "untrained-0", "untrained-1", "untrained (2 seeds)");
    VarianceOfRoi seeds = find(variances, "untrained (2 seeds)", V1V);
    assertThat(seeds.seeds()).isEqualTo(2);
    assertThat(seeds.folds()).isEqualTo(FOLDS);
    assertThat(seeds.parts().seeds()).isNotNaN();
    assertThat(find(variances, "trained", V1V).parts().seeds()).isNaN();
  }

  @Test
  void whoLacksAHemisphereIsLeftOutAndCounted() {
    List<EncodingCell> cells = cells();
    cells.removeIf(
        cell -> cell.participant().value().equals("subj02") && cell.hemisphere() == Hemisphere.RH);
    VarianceOfRoi left = find(variances(cells), "trained", Roi.ALL);
    assertThat(left.participants()).isEqualTo(2);
    assertThat(left.hemispheres()).isEqualTo(2);
    assertThat(reliability.halves()).hasSize(cells.size());
  }

  @Test
  void whereNobodyHasBothHemispheresOneIsEnough() {
    List<EncodingCell> cells = cells();
    cells.removeIf(cell -> cell.hemisphere() == Hemisphere.LH);
    VarianceOfRoi right = find(variances(cells), "trained", Roi.ALL);
    assertThat(right.participants()).isEqualTo(3);
    assertThat(right.hemispheres()).isEqualTo(1);
    assertThat(right.parts().hemispheres()).isNaN();
    assertThat(right.parts().participants()).isNotNaN();
  }

  /** The mean is that of tables/lateralisation.csv: a vertex without a fold's score has none. */
  @Test
  void aVertexThatLacksAFoldCountsNowhere() {
    List<EncodingCell> cells = cells();
    double expected = 0;
    int count = 0;
    for (EncodingCell cell : cells) {
      if (cell.condition().network().equals("trained")) {
        for (int vertex = 0; vertex < VERTICES - 1; vertex++) {
          for (int fold = 0; fold < FOLDS; fold++) {
            expected += cell.foldwise("score_folds_contra")[fold][vertex];
            count++;
          }
        }
      }
    }
    cells.forEach(cell -> cell.foldwise("score_folds_contra")[1][VERTICES - 1] = Float.NaN);
    VarianceOfRoi all = find(variances(cells), "trained", Roi.ALL);
    assertThat(all.mean()).isCloseTo(expected / count, within(1e-9));
    assertThat(reliability.halves()).allMatch(half -> half.vertices() == VERTICES - 1);
  }

  @Test
  void tablesAndFiguresSayTheSame() {
    List<VarianceOfRoi> variances = variances(cells());
    String table = new String(VarianceTable.of(variances).csv(), StandardCharsets.UTF_8);
    // 4 networks or groups × 2 ROIs × 5 parts
    assertThat(table.lines()).hasSize(1 + 4 * 2 * 5);
    Chapter chapter = ReliabilityFigures.chapter(STUDY, reliability.halves(), variances);
    assertThat(chapter.figures())
        .extracting(figure -> figure.id())
        .containsExactly("reliability", "variance");
    assertThat(chapter.figures().get(1).svg(Lettering.TEXT))
        .contains("untrained (2 seeds) · early", "N = 3")
        .doesNotContain("untrained-0 ·");
  }

  @Test
  void withoutScoresByFoldThereIsNothingToShow() {
    Chapter chapter = ReliabilityFigures.chapter(STUDY, List.of(), List.of());
    assertThat(chapter.figures()).isEmpty();
    assertThat(chapter.text()).contains("no scores by fold");
  }

  private List<VarianceOfRoi> variances(List<EncodingCell> cells) {
    StudyScores scores =
        new Summariser(new StudyOrder(STUDY), (p, h) -> masks()).summarise(cells, reliability::add);
    return reliability.variances(STUDY, scores);
  }

  private static VarianceOfRoi find(List<VarianceOfRoi> variances, String network, Roi roi) {
    return variances.stream()
        .filter(variance -> variance.network().equals(network) && variance.roi().equals(roi))
        .findFirst()
        .orElseThrow();
  }

  private static List<RoiMask> masks() {
    return List.of(new RoiMask("prf", Map.of(1, "V1v"), new int[] {1, 1, 0, 0, 0, 0}));
  }

  private static List<EncodingCell> cells() {
    Random random = new Random(2);
    List<EncodingCell> cells = new ArrayList<>();
    for (String participant : List.of("subj01", "subj02", "subj03")) {
      for (Hemisphere hemisphere : Hemisphere.values()) {
        for (String network : NETWORKS) {
          Condition condition = new Condition(network, "early", "t", "features", "ridge");
          float[][] contra = new float[FOLDS][VERTICES];
          for (float[] fold : contra) {
            for (int vertex = 0; vertex < VERTICES; vertex++) {
              fold[vertex] = (float) random.nextGaussian();
            }
          }
          cells.add(
              new FoldCell(participant, hemisphere, condition, contra, new float[FOLDS][VERTICES]));
        }
      }
    }
    return cells;
  }
}
