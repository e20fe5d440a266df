package io.chiasm.contracts.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyFileTest {
  private final Path folder;

  NpyFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rows-c.npy",
        "rows-fortran.npy",
        "rows-cube-fortran.npy",
        "cube-c.npy",
        "four-axes-fortran.npy",
        "hard-f8.npy",
        "i2-big-fortran.npy"
      })
  void rowsAreThoseOfTheWholeArray(String name) throws IOException {
    // Given
    FloatTensor whole = NpyReader.floats(NpyFixtures.open(name), name, NpyLimits.STANDARD);
    int last = (int) whole.shape().extent(0) - 1;
    int[] rows = {last, 0, 1, last, 0};
    // When
    try (NpyFile file = NpyFile.open(NpyFixtures.path(name))) {
      FloatTensor read = file.readRows(rows);
      // Then
      assertThat(read.shape()).isEqualTo(whole.shape().withFirst(5));
      assertThat(read.values()).isEqualTo(pick(whole, rows));
      assertThat(file.readRange(0, last + 1).values()).isEqualTo(whole.values());
      assertThat(file.readRows().values()).isEmpty();
    }
  }

  @Test
  void theWholeFileIsReadAsAnyType() throws IOException {
    try (NpyFile file = NpyFile.open(NpyFixtures.path("four-axes-fortran.npy"))) {
      float[] counting = NpyFixtures.counting(120).values();
      assertThat(file.floats().values()).isEqualTo(counting);
      assertThat(file.doubles().values()).hasSize(120).endsWith(118, 119);
      assertThat(file.longs().shape()).isEqualTo(Shape.of(2, 3, 4, 5));
    }
  }

  @Test
  void rowsLongerThanABlockAreRead() throws IOException {
    // Given three rows of 1.2 MB
    FloatTensor whole = NpyFixtures.counting(3, 300_001);
    Path path = write(whole);
    // When
    try (NpyFile file = NpyFile.open(path)) {
      // Then
      assertThat(file.readRows(2, 0).values()).isEqualTo(pick(whole, 2, 0));
      assertThat(file.readRows(1, 2).values()).isEqualTo(pick(whole, 1, 2));
    }
  }

  @Test
  void columnsLongerThanABlockAreRead() throws IOException {
    // Given [stimulus, vertex] of 300,001 stimuli in Fortran order: value = column * rows + row
    int rows = 300_001;
    Path path = folder.resolve("fortran.npy");
    byte[] header = NpyWriter.header(ElementType.FLOAT32, Shape.of(rows, 2));
    String dict =
        new String(header, StandardCharsets.ISO_8859_1)
            .replace("'fortran_order': False", "'fortran_order':  True");
    try (OutputStream out = Files.newOutputStream(path);
        NpyStream data = NpyStream.data(ElementSource.of(NpyFixtures.counting(2, rows)))) {
      out.write(dict.getBytes(StandardCharsets.ISO_8859_1));
      data.transferTo(out);
    }
    // When
    try (NpyFile file = NpyFile.open(path)) {
      FloatTensor read = file.readRows(300_000, 5, 262_144, 5);
      // Then
      assertThat(read.values())
          .containsExactly(300_000, 600_001, 5, 300_006, 262_144, 562_145, 5, 300_006);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 7, Integer.MAX_VALUE})
  void rowsThatAreNotThereAreNamed(int row) throws IOException {
    try (NpyFile file = NpyFile.open(NpyFixtures.path("rows-c.npy"))) {
      assertThatThrownBy(() -> file.readRows(0, row))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has rows 0 to 6, not row " + row);
    }
  }

  @Test
  void aFileThatIsTooShortIsRefusedAtOnce() throws IOException {
    byte[] bytes = NpyFixtures.bytes("rows-c.npy");
    Path path = Files.write(folder.resolve("cut.npy"), Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> NpyFile.open(path))
        .isInstanceOf(InputException.class)
        .hasMessage(
            path + ": is 407 bytes long, its header (7, 5) asks for 408; the file is incomplete");
  }

  @Test
  void aFileThatIsTooLongIsRefusedAtOnce() throws IOException {
    byte[] bytes = NpyFixtures.bytes("rows-c.npy");
    Path path = Files.write(folder.resolve("long.npy"), Arrays.copyOf(bytes, bytes.length + 1));
    assertThatThrownBy(() -> NpyFile.open(path))
        .isInstanceOf(InputException.class)
        .hasMessageEndingWith("is 409 bytes long, its header (7, 5) asks for 408");
  }

  @Test
  void missingFilesAndFoldersAreNamed() {
    assertThatThrownBy(() -> NpyFile.open(folder.resolve("no.npy")))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no.npy: no such file");
    assertThatThrownBy(() -> NpyFile.open(folder))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("is a folder");
  }

  @Test
  void aSingleNumberHasNoRows() throws IOException {
    try (NpyFile file = NpyFile.open(NpyFixtures.path("scalar.npy"))) {
      assertThatThrownBy(() -> file.readRows(0))
          .isInstanceOf(InputException.class)
          .hasMessageContaining("has no rows");
    }
  }

  private Path write(FloatTensor tensor) throws IOException {
    Path path = folder.resolve("array.npy");
    try (OutputStream out = Files.newOutputStream(path)) {
      NpyWriter.write(out, tensor);
    }
    return path;
  }

  private static float[] pick(FloatTensor whole, int... rows) {
    int width = (int) whole.shape().tail().elements();
    float[] picked = new float[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(whole.values(), rows[i] * width, picked, i * width, width);
    }
    return picked;
  }
}
