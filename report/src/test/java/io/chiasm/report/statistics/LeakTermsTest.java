package io.chiasm.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeakTermsTest {
  /** What is left is one half's own where a split keeps the halves apart altogether. */
  @ParameterizedTest
  @CsvSource({
    "MIRRORED, REST GRID",
    "IMAGE, OWN_HALF CROSSING",
    "ARCHITECTURE, OWN_HALF CROSSING_APART",
    "SHARED_GATES, REST RECEPTIVE_FIELDS",
    "ARCHITECTURE IMAGE, OWN_HALF CROSSING_APART RESIDUAL",
    "ARCHITECTURE SHARED_GATES, OWN_HALF RECEPTIVE_FIELDS GATES",
    "IMAGE SHARED_GATES, OWN_HALF CROSSING",
    "IMAGE MIRRORED, OWN_HALF CROSSING GRID",
    "ARCHITECTURE IMAGE MIRRORED SHARED_GATES, OWN_HALF RECEPTIVE_FIELDS GATES GRID RESIDUAL",
  })
  void theSplitsThatThereAreDecideWhichTermsAddUp(String others, String adding) {
    // Given
    Set<LeakSplit> splits = EnumSet.of(LeakSplit.FEATURES);
    words(others).forEach(split -> splits.add(LeakSplit.valueOf(split)));
    // When
    LeakTerms terms = new LeakTerms(splits);
    // Then
    assertThat(terms.all().stream().filter(terms::adds))
        .extracting(LeakTerm::name)
        .containsExactlyInAnyOrderElementsOf(words(adding));
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.split(" "));
  }
}
