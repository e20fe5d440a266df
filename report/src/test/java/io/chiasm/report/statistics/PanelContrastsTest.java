package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.report.results.Quantity;
import io.chiasm.report.results.Roi;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PanelContrastsTest {
  private static final Roi V1V = new Roi("prf-visualrois", "V1v");
  private static final Roi HV4 = new Roi("prf-visualrois", "hV4");

  @Test
  void anRoiThatNobodyHasIsNotTested() {
    List<ContrastResult> tests = tests(Map.of(V1V, values(3), HV4, values(0)));
    assertThat(tests).extracting(ContrastResult::roi).containsExactly(V1V);
  }

  @Test
  void ofMoreThanSixteenParticipantsSignsAreDrawn() {
    assertThat(only(16).exact()).isTrue();
    assertThat(only(16).pLeast()).isEqualTo(2.0 / (1 << 16));
    assertThat(only(17).exact()).isFalse();
    assertThat(only(17).pLeast()).isGreaterThan(2.0 / (1 << 17));
  }

  private static ContrastResult only(int participants) {
    return tests(Map.of(V1V, values(participants))).get(0);
  }

  private static List<ContrastResult> tests(Map<Roi, Map<ParticipantId, Double>> values) {
    Panel.Subject subject =
        new Panel.Subject(
            Contrast.CONTRA_IPSI, Quantity.LATERALISATION, "trained", "early", "features");
    return new PanelContrasts(0).of(new Panel(subject, new LinkedHashMap<>(values)));
  }

  private static Map<ParticipantId, Double> values(int participants) {
    Map<ParticipantId, Double> values = new TreeMap<>();
    for (int i = 0; i < participants; i++) {
      values.put(new ParticipantId("subj%02d".formatted(i + 1)), 1.0 + i);
    }
    return values;
  }
}
