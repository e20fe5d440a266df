package io.chiasm.dataset.algonauts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.tensor.DoubleTensor;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.RealTensor;
import io.chiasm.contracts.tensor.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
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
    assertThat(file.rows(new int[] {0}).shape()).isEqualTo(Shape.of(1, 2));
    assertThat(floats(file, 2, 0, 2)).containsExactly(5, 6, 1, 2, 5, 6);
  }

  @Test
  void doublesKeepTheirDigitsAndFloatsOfDoubleWidthAreFloats() throws IOException {
    RealTensor wide = open(NpyBytes.doubles("(1, 2)", 1e8 + 0.25, 1e200)).rows(new int[] {0});
    assertThat(wide).isInstanceOf(DoubleTensor.class);
    assertThat(((DoubleTensor) wide).values()).containsExactly(1e8 + 0.25, 1e200);
    assertThat(floats(open(NpyBytes.doubles("(1, 2)", 0.25, 1.5)), 0)).containsExactly(0.25f, 1.5f);
  }

  @Test
  void wholeNumbersOfEveryTypeAreRead() throws IOException {
    for (String type : List.of("|i1", "|u1", "<i2", ">u2", "<i4", ">u4", "<i8", ">u8")) {
      int bytes = type.charAt(2) - '0';
      boolean big = type.startsWith(">");
      ResponseFile file =
          open(
              NpyBytes.of(
                  type,
                  false,
                  "(1, 2)",
                  2 * bytes,
                  b -> {
                    b.put(b.position() + (big ? bytes - 1 : 0), (byte) 3);
                    b.put(b.position() + bytes + (big ? bytes - 1 : 0), (byte) 100);
                  }));
      assertThat(floats(file, 0)).as(type).containsExactly(3, 100);
    }
    ResponseFile half =
        open(NpyBytes.of("<f2", false, "(1, 1)", 2, b -> b.putShort((short) 0x3E00)));
    assertThat(floats(half, 0)).containsExactly(1.5f);
  }

  @Test
  void wholeNumbersThatWouldBeRoundedAreRefused() throws IOException {
    ResponseFile file =
        open(NpyBytes.of("<i8", false, "(1, 1)", 8, b -> b.putLong(1_000_000_000_000_000_001L)));
    assertThatThrownBy(() -> file.rows(new int[] {0}))
        .isInstanceOf(DefectException.class)
        .hasMessageContaining("the response 1000000000000000001 would be rounded");
  }

  @Test
  void fortranOrderAndBigEndianGiveTheSameNumbers() throws IOException {
    ResponseFile file = open(NpyBytes.bigEndianFortran("(3, 2)", 1, 3, 5, 2, 4, 6));
    assertThat(floats(file, 1, 2)).containsExactly(3, 4, 5, 6);
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

  private static float[] floats(ResponseFile file, int... rows) {
    return ((FloatTensor) file.rows(rows)).values();
  }

  private static float[] scanned(ResponseFile file) {
    float[] seen = new float[file.stimuli() * file.vertices()];
    file.scan(
        (stimulus, vertex, value) -> seen[stimulus * file.vertices() + vertex] = (float) value);
    return seen;
  }

  private ResponseFile open(byte[] bytes) throws IOException {
    return ResponseFile.open(Files.write(folder.resolve("responses.npy"), bytes));
  }
}
