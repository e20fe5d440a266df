package io.chiasm.report.surface;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.report.export.MapFiles;
import io.chiasm.report.results.Condition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapFileTest {
  private static final Condition CONDITION =
      new Condition("trained", "early", "t", "features", "ridge");

  @Test
  void aMapThatWasWrittenIsReadBack(@TempDir Path folder) throws IOException {
    // Given
    CorticalMap map = new CorticalMap();
    map.set(Hemisphere.LH, 7, 0.25f);
    map.set(Hemisphere.RH, 163_841, -0.5f);
    Path left = folder.resolve("left.gii");
    Path right = folder.resolve("right.gii");
    for (Map.Entry<String, byte[]> file : new MapFiles().of("subj01", CONDITION, map).entrySet()) {
      if (file.getKey().endsWith(".gii")) {
        Files.write(file.getKey().contains("hemi-L") ? left : right, file.getValue());
      }
    }
    // When
    CorticalMap read = MapFile.read(Map.of(Hemisphere.LH, left, Hemisphere.RH, right));
    // Then
    for (Hemisphere hemisphere : Hemisphere.values()) {
      assertThat(read.values(hemisphere)).isEqualTo(map.values(hemisphere));
    }
  }

  @Test
  void aDifferenceIsThereWhereBothMapsHaveAValue() {
    CorticalMap one = new CorticalMap();
    CorticalMap other = new CorticalMap();
    one.set(Hemisphere.LH, 0, 0.75f);
    one.set(Hemisphere.LH, 1, 0.75f);
    other.set(Hemisphere.LH, 0, 0.5f);
    float[] difference = one.minus(other).values(Hemisphere.LH);
    assertThat(difference[0]).isEqualTo(0.25f);
    assertThat(difference[1]).isNaN();
  }

  @Test
  void differencesHaveNamesAndSidecarsOfTheirOwn() {
    Map<String, byte[]> files = MapFiles.ofDifferences().of("subj01", CONDITION, new CorticalMap());
    assertThat(files.keySet())
        .hasSize(6)
        .allMatch(name -> name.contains("_den-164k_desc-difference_statmap."));
    assertThat(files.values())
        .anyMatch(text -> new String(text, StandardCharsets.UTF_8).contains("in study B less"));
  }

  @Test
  void whatIsNoMapIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("map.gii"), "<GIFTI/>");
    assertThatThrownBy(() -> MapFile.read(Map.of(Hemisphere.LH, file)))
        .isInstanceOf(InputException.class)
        .hasMessage(file + ": holds 0 values, fsaverage has 163842 vertices");
  }
}
