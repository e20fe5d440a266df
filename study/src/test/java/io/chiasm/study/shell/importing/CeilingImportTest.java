package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.store.Sha256;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.NpyWriter;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.report.writing.outcome.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CeilingImportTest {
  private static final ParticipantId SUBJ01 = new ParticipantId("subj01");

  @TempDir private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(strings = {"subj01", "subj01/test_split/noise_ceiling"})
  void explainableVarianceBecomesACorrelation(String place) throws IOException {
    // Given
    write(place, 0.25f, 0, 1, Float.NaN);
    CeilingImport ceilings = new CeilingImport(folder);
    // When
    ceilings.read(SUBJ01, Hemisphere.LH, 4);
    // Then
    assertThat(ceilings.ceilings().of(SUBJ01, Hemisphere.LH).orElseThrow())
        .containsExactly(0.5f, Float.NaN, 1, Float.NaN);
    assertThat(ceilings.ceilings().of(SUBJ01, Hemisphere.RH)).isEmpty();
    byte[] bytes = Files.readAllBytes(folder.resolve(place).resolve("lh_noise_ceiling.npy"));
    assertThat(ceilings.files())
        .containsExactly(new Provenance.Ceiling("subj01", "lh", Sha256.of(bytes).value()));
  }

  @Test
  void percentAreRefused() throws IOException {
    write("subj01", 0.5f, 45.5f);
    assertRefused(2, "lh_noise_ceiling.npy: found 45.5 at vertex 1 ", "not percent");
  }

  @Test
  void anotherNumberOfVerticesIsRefused() throws IOException {
    write("subj01", 0.5f, 0.5f);
    assertRefused(3, "found the shape (2,)", "possible: (3,)");
  }

  @Test
  void aMissingFileIsNamedWithItsPossiblePlaces() {
    assertRefused(3, "found no lh_noise_ceiling.npy of subj01", "test_split/noise_ceiling");
  }

  @Test
  void aFileInPlaceOfTheFolderIsRefused() throws IOException {
    Path file = Files.createFile(folder.resolve("ceiling.npy"));
    assertThatThrownBy(() -> new CeilingImport(file))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("possible: a folder with subj01/lh_noise_ceiling.npy");
  }

  private void write(String place, float... shares) throws IOException {
    Path file = folder.resolve(place).resolve("lh_noise_ceiling.npy");
    Files.createDirectories(folder.resolve(place));
    try (OutputStream out = Files.newOutputStream(file)) {
      NpyWriter.write(out, new FloatTensor(Shape.of(shares.length), shares));
    }
  }

  private void assertRefused(int vertices, String... words) {
    assertThatThrownBy(() -> new CeilingImport(folder).read(SUBJ01, Hemisphere.LH, vertices))
        .isInstanceOf(InputException.class)
        .hasMessageContainingAll(words);
  }
}
