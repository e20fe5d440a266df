package io.chiasm.encoding.regression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VertexChunksTest {
  @Test
  void aVertexTakesSixteenBytesPerTrainingStimulusOfEveryWorker() {
    assertThat(VertexChunks.bytes(40, 3, 100)).isEqualTo(40 * 3 * 100 * 16);
    assertThat(VertexChunks.width(40 * 3 * 100 * 16, 3, 100)).isEqualTo(40);
    assertThat(VertexChunks.width(40 * 3 * 100 * 16 - 1, 3, 100)).isEqualTo(39);
  }

  @Test
  void chunksAreNeitherTooNarrowForTheirOverheadNorWiderThanPays() {
    assertThat(VertexChunks.width(1, 3, 100)).isEqualTo(16);
    assertThat(VertexChunks.width(1L << 40, 3, 100)).isEqualTo(512);
  }

  @Test
  void chunksHoldEveryVertexOnceInOrder() {
    assertThat(VertexChunks.of(new int[] {9, 7, 5, 3, 1}, 2))
        .containsExactly(new int[] {9, 7}, new int[] {5, 3}, new int[] {1});
    assertThat(VertexChunks.of(new int[] {9, 7}, 2)).hasSize(1);
    assertThat(VertexChunks.of(new int[0], 2)).isEmpty();
  }
}
