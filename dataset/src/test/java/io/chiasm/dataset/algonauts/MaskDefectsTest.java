package io.chiasm.dataset.algonauts;

import static io.chiasm.dataset.algonauts.Defects.assertError;
import static io.chiasm.dataset.algonauts.Defects.assertWarning;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with the masks of ROIs. */
class MaskDefectsTest {
  private static final String RH = "subj01/training_split/training_fmri/rh_training_fmri.npy";
  private static final String MASKS = "subj01/roi_masks/";
  private static final String PLACES = MASKS + "lh.floc-places_challenge_space.npy";

  private final MadeDataset made;

  MaskDefectsTest(@TempDir Path folder) {
    made = MadeDataset.in(folder);
  }

  @Test
  void oneWholeHemisphereIsLegitimate() {
    made.delete(RH);
    for (String mask :
        List.of("all-vertices_fsaverage", "floc-places_challenge", "floc-places_fsaverage")) {
      made.delete(MASKS + "rh." + mask + "_space.npy");
    }
    DatasetReport report = made.check();
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.participants().get(0).rhVertices()).isZero();
  }

  @Test
  void noMasksAtAllAreAWarning() {
    made.deleteFolder("subj01/roi_masks");
    assertThat(made.check().errors()).isEmpty();
    assertWarning(made.check(), "subj01/roi_masks: there are no ROI masks");
  }

  @Test
  void aMissingPlaceOnFsaverageIsNamed() {
    made.delete(MASKS + "lh.all-vertices_fsaverage_space.npy");
    assertError(made.check(), "lh.all-vertices_fsaverage_space.npy: the file is missing");
  }

  @Test
  void placesThatAreNotAsManyAsVerticesAreNamed() {
    made.write(
        MASKS + "lh.all-vertices_fsaverage_space.npy",
        NpyBytes.bytes("|u1", MadeDataset.onFsaverage(1, 1, 1)));
    assertError(made.check(), "3 vertices are not 0; 4, one for every vertex of the responses");
  }

  @Test
  void aMaskOfAnotherSurfaceIsNamed() {
    made.write(
        MASKS + "lh.all-vertices_fsaverage_space.npy", NpyBytes.bytes("|u1", new int[10242]));
    assertError(made.check(), "shape (10242,); (163842,), one number per vertex of fsaverage");
  }

  @Test
  void aMaskThatIsNotAsLongAsTheResponsesIsNamed() {
    made.write(PLACES, NpyBytes.longs(0, 1, 2));
    assertError(made.check(), PLACES + ": shape (3,); (4,), one number per vertex");
  }

  @Test
  void aMaskOfFractionsIsNamed() {
    made.write(PLACES, NpyBytes.floats("(4,)", 0, 1, 2, 1));
    assertError(made.check(), PLACES + ": element type f4; an integer type such as i8");
  }

  @Test
  void anUnknownRoiIdIsNamed() {
    made.write(PLACES, NpyBytes.longs(0, 1, 9, -1));
    assertError(made.check(), PLACES + ": unknown ROI ids -1, 9; 0 for none, or an id of");
  }

  @Test
  void anIdTooLargeIsNamed() {
    made.write(PLACES, NpyBytes.of("<i8", false, "(4,)", 32, b -> b.putLong(1L << 40)));
    assertError(made.check(), PLACES + ": id 1099511627776 at vertex 0");
  }

  @Test
  void spacesThatDisagreeAreNamed() {
    made.write(
        MASKS + "lh.floc-places_fsaverage_space.npy",
        NpyBytes.bytes("|i1", MadeDataset.onFsaverage(0, 1, 0, 1)));
    assertError(
        made.check(),
        "1 vertices differ from challenge space (2 vertices in ROIs here, 3 there); the first,"
            + " vertex 2, has id 0 here and 2 there");
  }

  @Test
  void roisBeyondTheResponsesAreAWarning() {
    int[] wide = MadeDataset.onFsaverage(MadeDataset.IDS);
    wide[0] = 3;
    made.write(MASKS + "lh.floc-places_fsaverage_space.npy", NpyBytes.bytes("|i1", wide));
    assertThat(made.check().errors()).isEmpty();
    assertWarning(made.check(), "1 vertices in ROIs have no responses");
  }

  @Test
  void aClassInOneSpaceOnlyIsNamed() {
    made.delete(PLACES);
    assertError(made.check(), PLACES + ": the file is missing; the class has a mask in fsaverage");
    made.write(PLACES, NpyBytes.longs(MadeDataset.IDS));
    made.delete(MASKS + "lh.floc-places_fsaverage_space.npy");
    assertWarning(made.check(), "lh.floc-places_fsaverage_space.npy: the file is missing");
  }

  @Test
  void aMissingMappingIsAWarningWhereThePublishedOneIsKnown() {
    made.delete(MASKS + "mapping_floc-places.npy");
    assertThat(made.check().errors()).isEmpty();
    assertWarning(made.check(), "mapping_floc-places.npy: the file is missing; the published");
    assertThat(made.check().participants().get(0).rois())
        .contains(new RoiCount("floc-places", "PPA", 1, 1));
  }

  @Test
  void aMissingMappingOfAnUnknownClassIsAnError() {
    made.write(MASKS + "lh.own-rois_challenge_space.npy", NpyBytes.longs(0, 0, 0, 0));
    made.write(
        MASKS + "lh.own-rois_fsaverage_space.npy",
        NpyBytes.bytes("|i1", MadeDataset.onFsaverage()));
    assertError(made.check(), "mapping_own-rois.npy: the file is missing; it names the ROI ids");
  }

  @Test
  void aHostileMappingIsRefused() {
    made.write(MASKS + "mapping_floc-places.npy", MadeDataset.resource("hostile_system.npy"));
    assertError(
        made.check(),
        "mapping_floc-places.npy: the pickle asks for 'posix.system', which a mapping never needs");
  }

  @Test
  void aMappingThatIsNoMappingIsNamed() {
    made.write(MASKS + "mapping_floc-places.npy", NpyBytes.longs(1, 2));
    assertError(
        made.check(),
        "is an array of type <i8 and shape (2,), not a single Python object; a dict from int to"
            + " str");
  }

  @Test
  void aMappingOfUnreasonableSizeIsNamed() {
    made.write(MASKS + "mapping_floc-places.npy", NpyBytes.of("|O", false, "()", 70_000, b -> {}));
    assertError(made.check(), "has a pickle of more than 65536 bytes");
  }

  @Test
  void aStrangeFileAmongTheMasksIsAWarning() {
    made.write(MASKS + "lh.V1.npy", new byte[1]);
    assertWarning(made.check(), "roi_masks/lh.V1.npy: not a name of the layout, ignored");
  }

  @Test
  void anEmptyRoiIsANote() {
    assertThat(made.check().notes())
        .extracting(Finding::toString)
        .contains("note: " + PLACES + ": ROIs without a vertex: RSC");
  }
}
