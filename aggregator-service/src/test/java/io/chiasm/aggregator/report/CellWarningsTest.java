package io.chiasm.aggregator.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.aggregator.results.Condition;
import io.chiasm.aggregator.results.MadeStudy;
import java.util.List;
import org.junit.jupiter.api.Test;

class CellWarningsTest {
  private static final Condition EARLY =
      new Condition("trained", "early", "features.2", "features", "ridge");
  private static final Condition LATE =
      new Condition("trained", "late", "features.8", "features", "ridge");

  private final CellWarnings warnings = new CellWarnings(MadeStudy.study());

  @Test
  void whatManyHemispheresSayIsOneLineWithRanges() {
    // Given
    warnings.add(LATE, List.of("full model: 9 % of the fits chose the smallest alpha"));
    warnings.add(EARLY, List.of("full model: 64 % of the fits chose the smallest alpha"));
    warnings.add(EARLY, List.of("full model: 57 % of the fits chose the smallest alpha"));
    warnings.add(EARLY, List.of());
    // Then
    assertThat(warnings.lines())
        .containsExactly(
            "trained, early, features: full model: 57–64 % of the fits chose the smallest alpha"
                + " (2 of 3 hemispheres)",
            "trained, late, features: full model: 9 % of the fits chose the smallest alpha"
                + " (1 of 1 hemispheres)");
  }

  @Test
  void modelsAndEdgesStayApartAndDecimalsAreNoNumbersToRange() {
    // Given
    warnings.add(
        EARLY,
        List.of(
            "full model: 6 % of the fits of vertices that score above 0.1 chose the largest alpha",
            "contra model: 1 of 1200 vertices have no score"));
    warnings.add(EARLY, List.of("contra model: 3 of 1193 vertices have no score"));
    // Then
    assertThat(warnings.lines())
        .containsExactly(
            "trained, early, features: full model: 6 % of the fits of vertices that score above 0.1"
                + " chose the largest alpha (1 of 2 hemispheres)",
            "trained, early, features: contra model: 1–3 of 1193–1200 vertices have no score"
                + " (2 of 2 hemispheres)");
  }
}
