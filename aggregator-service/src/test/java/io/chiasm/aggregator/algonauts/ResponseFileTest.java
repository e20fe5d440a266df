package io.chiasm.aggregator.algonauts;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResponseFileTest {
  private final Path folder;

  ResponseFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void rowsComeInTheOrderAskedFor() throws IOException {
    ResponseFile file = open(NpyBytes.floats("(3, 2)", 1, 2, 3, 4, 5, 6));
    FloatTensor rows = file.rows(new int[] {2, 0, 2});
    assertThat(rows.shape()).isEqualTo(Shape.of(3, 2));
    assertThat(rows.values()).containsExactly(5, 6, 1, 2, 5, 6);
  }

  @Test
  void doublesAreRoundedToFloats() throws IOException {
    ResponseFile file = open(NpyBytes.doubles("(1, 2)", 0.1, 1.5));
    assertThat(file.rows(new int[] {0}).values()).containsExactly(0.1f, 1.5f);
  }

  @Test
  void fortranOrderAndBigEndianGiveTheSameNumbers() throws IOException {
    ResponseFile file = open(NpyBytes.bigEndianFortran("(3, 2)", 1, 3, 5, 2, 4, 6));
    assertThat(file.rows(new int[] {1, 2}).values()).containsExactly(3, 4, 5, 6);
    assertThat(scanned(file)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void aScanSeesEveryValueOfAFileOfSeveralBlocks() throws IOException {
    // Given: rows of 1.2 MB, so blocks of 4 MB hold three of the seven
    int vertices = 300_000;
    float[] values = new float[7 * vertices];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    ResponseFile file = open(NpyBytes.floats("(7, " + vertices + ")", values));
    // When / Then
    assertThat(Arrays.equals(scanned(file), values)).isTrue();
  }

  private static float[] scanned(ResponseFile file) {
    float[] seen = new float[file.stimuli() * file.vertices()];
    file.scan((stimulus, vertex, value) -> seen[stimulus * file.vertices() + vertex] = value);
    return seen;
  }

  private ResponseFile open(byte[] bytes) throws IOException {
    return ResponseFile.open(Files.write(folder.resolve("responses.npy"), bytes));
  }
}
