package io.chiasm.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.dataset.roi.RoiMask;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VertexTableTest {
  @Test
  void everyHeldOutStimulusHasARow() {
    // Given
    VertexPrediction shown = MadeVertex.of(20);
    // When
    List<String> lines =
        new String(VertexTable.of(shown).csv(), StandardCharsets.UTF_8).lines().toList();
    // Then
    assertThat(lines).hasSize(21);
    assertThat(lines.get(0))
        .isEqualTo(
            "participant,hemisphere,vertex,network,layer,tensor,split,regression,stimulus,fold,"
                + "measured,predicted_full,predicted_contra,predicted_ipsi");
    assertThat(lines.get(2))
        .startsWith("subj01,lh,12345,trained,early,features.2,features,ridge,nsd-00020,1,")
        .endsWith("," + shown.rows().get(1).predicted().values().toArray()[2]);
  }

  @Test
  void aVertexLiesInAllRoisWhoseMaskHoldsIt() {
    List<RoiMask> masks =
        List.of(
            new RoiMask("prf-visualrois", Map.of(1, "V1v", 2, "V1d"), new int[] {0, 2, 1}),
            new RoiMask("floc-faces", Map.of(1, "FFA-1"), new int[] {0, 0, 0}),
            new RoiMask("streams", Map.of(1, "early"), new int[] {0, 1, 1}));
    assertThat(VertexPrediction.rois(masks, 1))
        .containsExactly(new Roi("prf-visualrois", "V1d"), new Roi("streams", "early"));
    assertThat(VertexPrediction.rois(masks, 0)).isEmpty();
  }
}
