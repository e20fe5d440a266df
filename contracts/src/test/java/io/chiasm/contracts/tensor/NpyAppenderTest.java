package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NpyAppenderTest {
  private final Path folder;

  NpyAppenderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void blocksOfRowsMakeTheFileThatNumpyWouldSave() throws IOException {
    // Given [stimulus, row, column] in two blocks of one stimulus
    Path file = folder.resolve("layer.npy");
    float[] values = NpyFixtures.counting(24).values();
    // When
    try (NpyAppender layer = NpyAppender.create(file, ElementType.FLOAT32, Shape.of(2, 3, 4))) {
      layer.append(new FloatTensor(Shape.of(1, 3, 4), Arrays.copyOfRange(values, 0, 12)));
      layer.append(new FloatTensor(Shape.of(0, 3, 4), new float[0]));
      layer.append(new FloatTensor(Shape.of(1, 3, 4), Arrays.copyOfRange(values, 12, 24)));
      layer.finish();
    }
    // Then
    assertThat(file).hasBinaryContent(NpyFixtures.bytes("cube-c.npy"));
    assertThat(names()).containsExactly("layer.npy");
  }

  @Test
  void blocksOfFloatsMakeAFileOfTheNearestHalves() throws IOException {
    // Given
    Path file = folder.resolve("layer.npy");
    float[] floats =
        NpyReader.floats(NpyFixtures.open("to-halves.npy"), "floats", NpyLimits.STANDARD).values();
    int first = floats.length / 3;
    // When
    try (NpyAppender layer =
        NpyAppender.create(file, ElementType.FLOAT16, Shape.of(floats.length))) {
      layer.appendHalves(new FloatTensor(Shape.of(first), Arrays.copyOf(floats, first)));
      float[] rest = Arrays.copyOfRange(floats, first, floats.length);
      layer.appendHalves(new FloatTensor(Shape.of(rest.length), rest));
      assertThatThrownBy(() -> layer.append(FloatTensor.zeros(1)))
          .hasMessageStartingWith("cannot append FLOAT32 (1,) to FLOAT16");
      layer.finish();
    }
    // Then
    assertThat(NpyReader.floats(Files.newInputStream(file), "layer", NpyLimits.STANDARD).values())
        .isEqualTo(
            NpyReader.floats(NpyFixtures.open("to-halves-as-f2.npy"), "halves", NpyLimits.STANDARD)
                .values());
  }

  @Test
  void anUnfinishedFileLeavesNothingBehind() throws IOException {
    // When
    try (NpyAppender layer =
        NpyAppender.create(folder.resolve("layer.npy"), ElementType.FLOAT64, Shape.of(2, 3))) {
      layer.append(DoubleTensor.zeros(1, 3));
      assertThatThrownBy(layer::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("1 of 2 rows");
    }
    // Then
    assertThat(names()).isEmpty();
  }

  @Test
  void blocksMustFit() throws IOException {
    try (NpyAppender layer =
        NpyAppender.create(folder.resolve("layer.npy"), ElementType.FLOAT32, Shape.of(2, 3))) {
      assertThatThrownBy(() -> layer.append(FloatTensor.zeros(1, 4)))
          .hasMessage("cannot append FLOAT32 (1, 4) to FLOAT32 (2, 3)");
      assertThatThrownBy(() -> layer.append(LongTensor.zeros(1, 3)))
          .hasMessage("cannot append INT64 (1, 3) to FLOAT32 (2, 3)");
      assertThatThrownBy(() -> layer.append(FloatTensor.zeros(3, 3)))
          .hasMessageContaining("takes 2 rows, not 3");
    }
  }

  private Stream<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).toList().stream();
    }
  }
}
