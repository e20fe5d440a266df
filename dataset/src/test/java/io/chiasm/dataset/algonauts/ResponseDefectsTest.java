package io.chiasm.dataset.algonauts;

import static io.chiasm.dataset.algonauts.Defects.assertError;
import static io.chiasm.dataset.algonauts.Defects.assertWarning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with response files. */
class ResponseDefectsTest {
  private static final String LH = "subj01/training_split/training_fmri/lh_training_fmri.npy";
  private static final String MASKS = "subj01/roi_masks/";

  private final Path folder;
  private final MadeDataset made;

  ResponseDefectsTest(@TempDir Path folder) {
    this.folder = folder;
    made = MadeDataset.in(folder);
  }

  @Test
  void responsesOfWrongRankAreNamed() {
    made.write(LH, NpyBytes.floats("(20,)", new float[20]));
    assertError(made.check(), LH + ": shape (20,); [stimulus, vertex]");
  }

  @Test
  void responsesWithoutVerticesAreNamed() {
    made.write(LH, NpyBytes.floats("(5, 0)"));
    assertError(made.check(), LH + ": shape (5, 0)");
  }

  @Test
  void responsesOfWrongTypeAreNamed() {
    made.write(LH, NpyBytes.of("<c8", false, "(5, 4)", 160, b -> {}));
    assertError(made.check(), LH + ": element type c8; one of f4, f8, f2, i1");
  }

  @Test
  void aFileThatIsNoNpyIsNamed() {
    made.write(LH, "version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.UTF_8));
    assertError(
        made.check(),
        LH
            + ": is not a .npy file (it does not begin with \\x93NUMPY); an array of numbers as"
            + " numpy.save writes it");
  }

  @Test
  void aHeaderCutOffIsNamed() {
    made.write(LH, Arrays.copyOf(NpyBytes.floats("(5, 4)", new float[20]), 40));
    assertError(made.check(), LH + ": ends within the .npy header; an array of numbers as");
  }

  @Test
  void aHeaderLongerThanAnyOfNumpysIsNamed() {
    byte[] file = Arrays.copyOf(NpyBytes.floats("(5, 4)", new float[20]), 60_000);
    file[8] = (byte) 0x20;
    file[9] = (byte) 0x4e;
    made.write(LH, file);
    assertError(made.check(), LH + ": the .npy header is 20000 bytes long, at most 10000");
  }

  @Test
  void aFileCutOffIsNamed() {
    made.write(LH, NpyBytes.floats("(5, 4)", new float[19]));
    assertError(
        made.check(), "is 204 bytes long, its header (5, 4) asks for 208; the file is incomplete");
  }

  @Test
  void aFileTooLongIsNamed() {
    made.write(LH, NpyBytes.floats("(5, 4)", new float[21]));
    assertError(made.check(), "is 212 bytes long, its header (5, 4) asks for 208");
  }

  @Test
  void aShapeBeyondAllBoundsIsNamed() {
    made.write(LH, NpyBytes.floats("(16777216, 99999999999999999)"));
    assertError(made.check(), LH + ": impossible shape (16777216, 99999999999999999)");
  }

  @Test
  void responsesThatAreNotFiniteAreNamedByRowAndVertex() {
    float[] values = MadeDataset.responses(MadeDataset.FIRST_SAW);
    values[2 * 4 + 3] = Float.NaN;
    values[4 * 4 + 1] = Float.POSITIVE_INFINITY;
    made.write(LH, NpyBytes.floats("(5, 4)", values));
    assertError(
        made.check(),
        LH
            + ": 2 values in 2 vertices are not finite: NaN at row 2, vertex 3; Infinity at row 4,"
            + " vertex 1;");
    assertThat(made.quickCheck().errors()).isEmpty();
  }

  @Test
  void aDoubleThatNoFloatCanHoldIsNoDefect() {
    double[] values = new double[20];
    Arrays.setAll(values, i -> i * 1e300);
    made.write(LH, NpyBytes.doubles("(5, 4)", values));
    assertThat(made.check().errors()).isEmpty();
  }

  @Test
  void verticesFarFromZeroAreNotConstant() {
    double[] values = new double[20];
    Arrays.setAll(values, i -> 1e8 + i / 16.0);
    made.write(LH, NpyBytes.doubles("(5, 4)", values));
    assertThat(made.check().warnings()).isEmpty();
  }

  @Test
  void readingAResponseThatIsNotFiniteNamesIt() {
    float[] values = MadeDataset.responses(MadeDataset.FIRST_SAW);
    values[2 * 4 + 3] = Float.NaN;
    made.write(LH, NpyBytes.floats("(5, 4)", values));
    AlgonautsDataset dataset = AlgonautsDataset.open(folder, List.of());
    var participant = dataset.participants().get(0);
    assertThatThrownBy(
            () -> dataset.responses(participant, Hemisphere.LH, dataset.stimuli(participant)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("vertex 3 (counted from 0) to nsd-00020 is NaN");
  }

  @Test
  void constantVerticesAreAWarning() {
    float[] values = MadeDataset.responses(MadeDataset.FIRST_SAW);
    for (int row = 0; row < 5; row++) {
      values[row * 4 + 2] = 1.5f;
    }
    made.write(LH, NpyBytes.floats("(5, 4)", values));
    assertThat(made.check().errors()).isEmpty();
    assertWarning(made.check(), LH + ": 1 vertices have one response to all stimuli: 2;");
  }

  @Test
  void aParticipantWithoutResponsesIsNamed() {
    made.deleteFolder("subj01/training_split/training_fmri");
    assertError(made.check(), "subj01: no responses of either hemisphere");
  }

  @Test
  void masksWithoutResponsesAreHalfAHemisphere() {
    made.delete(LH);
    assertError(made.check(), LH + ": the file is missing, but roi_masks has masks of lh");
  }

  @Test
  void responsesWithoutMasksAreHalfAHemisphere() {
    for (String mask :
        List.of("all-vertices_fsaverage", "floc-places_challenge", "floc-places_fsaverage")) {
      made.delete(MASKS + "lh." + mask + "_space.npy");
    }
    assertError(made.check(), "subj01/roi_masks: no masks of lh, whose responses are there");
  }
}
