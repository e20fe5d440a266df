package io.chiasm.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.shell.json.Json;
import io.chiasm.report.results.Condition;
import io.chiasm.report.surface.CorticalMap;
import io.chiasm.report.surface.GiftiTexts;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The same files were read with nibabel once; here the project's own reader reads them. */
class MapFilesTest {
  private static final String NAME =
      "surfaces/sub-subj01/sub-subj01_model-net1_layer-early_split-features_hemi-L_space-fsaverage"
          + "_den-164k_desc-lateralisation_statmap";
  private static final Condition CONDITION = condition("net-1");

  @Test
  void giftiAndMghHoldTheSameValuesAndNothingElsewhere() {
    // Given
    CorticalMap map = new CorticalMap();
    map.set(Hemisphere.LH, 163_841, 0.25f);
    // When
    Map<String, byte[]> files = new MapFiles().of("subj01", CONDITION, map);
    // Then
    float[] gifti = GiftiTexts.values(file(files, NAME + ".shape.gii"));
    ByteBuffer mgh = ByteBuffer.wrap(file(files, NAME + ".mgh"));
    assertThat(gifti).hasSize(163_842);
    assertThat(gifti[163_841]).isEqualTo(0.25f);
    assertThat(gifti[0]).isNaN();
    assertThat(mgh.getInt(0)).isEqualTo(1);
    assertThat(mgh.getInt(4)).isEqualTo(163_842);
    assertThat(mgh.getInt(20)).isEqualTo(3);
    assertThat(mgh.capacity()).isEqualTo(284 + 4 * 163_842);
    assertThat(mgh.getFloat(284 + 4 * 163_841)).isEqualTo(0.25f);
    assertThat(files).hasSize(6);
  }

  @Test
  void theSidecarIsJsonWhateverTheNames() {
    // Given
    Condition hostile = condition("a\"b\\c\nd");
    // When
    Map<String, byte[]> files = new MapFiles().of("group", hostile, new CorticalMap());
    // Then
    String path =
        files.keySet().stream().filter(name -> name.endsWith(".json")).findFirst().orElseThrow();
    Map<?, ?> sidecar = Json.read(file(files, path), Map.class, path);
    assertThat(sidecar.get("Network")).isEqualTo("a\"b\\c\nd");
    assertThat(Json.read(MapFiles.description(), Map.class, "d").get("DatasetType"))
        .isEqualTo("derivative");
  }

  @Test
  void namesThatDifferOnlyInSignsGetLabelsThatDiffer() {
    // Given
    MapFiles files = new MapFiles();
    CorticalMap none = new CorticalMap();
    // When
    Map<String, byte[]> one = files.of("group", condition("net-1"), none);
    Map<String, byte[]> other = files.of("group", condition("net_1"), none);
    // Then
    assertThat(one.keySet()).doesNotContainAnyElementsOf(other.keySet());
  }

  private static Condition condition(String network) {
    return new Condition(network, "early", "t", "features", "ridge");
  }

  private static byte[] file(Map<String, byte[]> files, String path) {
    return Objects.requireNonNull(files.get(path), path);
  }
}
