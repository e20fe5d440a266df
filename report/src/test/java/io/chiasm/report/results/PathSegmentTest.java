package io.chiasm.report.results;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PathSegmentTest {
  @Test
  void plainNamesStay() {
    assertThat(PathSegment.of("efficientnet-b0_v1.2")).isEqualTo("efficientnet-b0_v1.2");
  }

  @Test
  void noNameLeavesItsFolder() {
    assertThat(PathSegment.of("..")).isEqualTo("%2E.");
    assertThat(PathSegment.of("a/b\\c")).isEqualTo("a%2Fb%5Cc");
    assertThat(PathSegment.of("é")).isEqualTo("%C3%A9");
  }
}
