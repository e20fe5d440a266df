package io.chiasm.aggregator.algonauts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.failure.InputException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DefectsTest {
  private static final String IMAGES = "subj01/training_split/training_images";
  private static final String LH = "subj01/training_split/training_fmri/lh_training_fmri.npy";
  private static final String RH = "subj01/training_split/training_fmri/rh_training_fmri.npy";
  private static final String MASKS = "subj01/roi_masks/";
  private static final String PLACES = MASKS + "lh.floc-places_challenge_space.npy";

  private final Path folder;
  private final MadeDataset made;

  DefectsTest(@TempDir Path folder) {
    this.folder = folder;
    made = MadeDataset.in(folder);
  }

  @Test
  void aGoodDataSetHasNoDefects() {
    DatasetReport report = made.check();
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.usable()).isTrue();
  }

  @Test
  void aMissingFolderIsNamed() {
    assertError(
        AlgonautsDataset.check(folder.resolve("none"), List.of(), CheckDepth.QUICK),
        ".: there is no such folder; the folder that holds subj01, subj02 …");
  }

  @Test
  void aFileInsteadOfAFolderIsNamed() {
    made.write("file", new byte[1]);
    assertError(
        AlgonautsDataset.check(folder.resolve("file"), List.of(), CheckDepth.QUICK),
        ".: this is not a folder");
  }

  @Test
  void aFolderWithoutParticipantsIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertError(
        AlgonautsDataset.check(empty, List.of(), CheckDepth.QUICK), ".: no participant's folder");
  }

  @Test
  void aParticipantsOwnFolderAsDataSetIsExplained() {
    assertError(
        AlgonautsDataset.check(folder.resolve("subj01"), List.of(), CheckDepth.QUICK),
        "this is a participant's own folder: name the one above it");
  }

  @Test
  void packedParticipantsAreExplained() throws IOException {
    Path packed = Files.createDirectory(folder.resolve("packed"));
    Files.write(packed.resolve("subj01.zip"), new byte[1]);
    assertError(AlgonautsDataset.check(packed, List.of(), CheckDepth.QUICK), "unpack the .zip");
  }

  @Test
  void anUnknownParticipantIsNamedWithThoseThatThereAre() {
    assertError(
        AlgonautsDataset.check(folder, List.of("subj09"), CheckDepth.QUICK),
        "there is no participant 'subj09'; there are [subj01, subj02]");
  }

  @Test
  void aParticipantNamedTwiceIsRefused() {
    assertError(
        AlgonautsDataset.check(folder, List.of("subj01", "subj01"), CheckDepth.QUICK),
        "participant subj01 is named twice");
  }

  @Test
  void aMissingImagesFolderIsNamed() {
    made.deleteFolder(IMAGES);
    assertError(made.check(), IMAGES + ": the folder is missing");
  }

  @Test
  void aGapInTheRowsIsNamed() {
    made.delete("subj01/" + MadeDataset.trainingImage(2, 10));
    assertError(made.check(), IMAGES + ": no image for train-0002; the highest number is 5");
  }

  @Test
  void aStimulusOfTwoRowsIsNamed() {
    made.rename(
        "subj01/" + MadeDataset.trainingImage(2, 10), "subj01/" + MadeDataset.trainingImage(2, 50));
    assertError(
        made.check(),
        "train-0004_nsd-00050.png: nsd-00050 is also that of train-0002_nsd-00050.png");
  }

  @Test
  void aRowWithTwoImagesIsNamed() {
    made.image("subj01/" + MadeDataset.trainingImage(2, 77), 77);
    assertError(
        made.check(), "train-0002_nsd-00077.png: row 2 is also that of train-0002_nsd-00010.png");
  }

  @Test
  void anUnreadableImageNameIsNamed() {
    made.rename("subj01/" + MadeDataset.trainingImage(5, 40), IMAGES + "/train-5_nsd-00040.png");
    assertError(made.check(), "train-5_nsd-00040.png: the name is not that of a training image");
  }

  @Test
  void rowZeroIsNoRow() {
    made.image(IMAGES + "/train-0000_nsd-00001.png", 1);
    assertError(made.check(), "row counted from 1");
  }

  @Test
  void aTestImageAmongTrainingImagesIsNamed() {
    made.image(IMAGES + "/test-0001_nsd-00001.png", 1);
    assertError(made.check(), "a test image among the training images");
  }

  @Test
  void whatOperatingSystemsLeaveInAFolderIsIgnored() {
    made.write(IMAGES + "/.DS_Store", new byte[1]);
    made.write(IMAGES + "/Thumbs.db", new byte[1]);
    assertThat(made.check().usable()).isTrue();
  }

  @Test
  void moreImagesThanRowsAreNamed() {
    made.image("subj01/" + MadeDataset.trainingImage(6, 77), 77);
    assertError(made.check(), LH + ": 5 rows for 6 training images; one row for every image");
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
    made.write(LH, NpyBytes.of("<i4", false, "(5, 4)", 80, b -> {}));
    assertError(made.check(), LH + ": element type i4; f4 or f8");
  }

  @Test
  void aFileThatIsNoNpyIsNamed() {
    made.write(LH, "version https://git-lfs.github.com/spec/v1".getBytes(StandardCharsets.UTF_8));
    assertError(made.check(), LH + ": not a .npy file; a file written by numpy.save");
  }

  @Test
  void aHeaderCutOffIsNamed() {
    made.write(LH, Arrays.copyOf(NpyBytes.floats("(5, 4)", new float[20]), 40));
    assertError(made.check(), LH + ": no fortran_order in the .npy header");
  }

  @Test
  void aFileCutOffIsNamed() {
    made.write(LH, NpyBytes.floats("(5, 4)", new float[19]));
    assertError(
        made.check(), "the file is cut off: 204 bytes; shape (5, 4) of type f4 takes 208 bytes");
  }

  @Test
  void aFileTooLongIsNamed() {
    made.write(LH, NpyBytes.floats("(5, 4)", new float[21]));
    assertError(made.check(), "the file is too long: 212 bytes");
  }

  @Test
  void aShapeBeyondAllBoundsIsNamed() {
    made.write(LH, NpyBytes.floats("(16777216, 99999999999999999)"));
    assertError(made.check(), LH + ": shape (16777216, 99999999999999999)");
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
  void aDoubleThatNoFloatCanHoldIsNotFinite() {
    double[] values = new double[20];
    Arrays.setAll(values, i -> i);
    values[7] = 1e300;
    made.write(LH, NpyBytes.doubles("(5, 4)", values));
    assertError(made.check(), "1 values in 1 vertices are not finite: Infinity at row 1, vertex 3");
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
    assertError(made.check(), "an array of type i8 and shape (2,); a dict from int to str");
  }

  @Test
  void aMappingOfUnreasonableSizeIsNamed() {
    made.write(MASKS + "mapping_floc-places.npy", NpyBytes.of("|O", false, "()", 70_000, b -> {}));
    assertError(made.check(), "more than 65536 bytes");
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

  @Test
  void oneNumberForTwoPhotographsIsAnError() {
    String second = "subj02/" + MadeDataset.trainingImage(1, 10);
    made.image(second, 11);
    assertError(made.check(), second + ": the image of nsd-00010 differs from");
  }

  @Test
  void onePhotographInTwoFilesIsAWarning() throws IOException {
    String second = "subj02/" + MadeDataset.trainingImage(1, 10);
    BufferedImage image = ImageIO.read(made.path(second).toFile());
    BufferedImage other = new BufferedImage(8, 8, BufferedImage.TYPE_4BYTE_ABGR);
    other.createGraphics().drawImage(image, 0, 0, null);
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(other, "png", png);
    made.write(second, png.toByteArray());
    assertThat(made.check().errors()).isEmpty();
    assertWarning(made.check(), "differs from");
    assertWarning(made.quickCheck(), "in its bytes only; the pixels agree");
  }

  @Test
  void anImageThatIsNoneIsNamed() {
    made.write("subj01/" + MadeDataset.trainingImage(1, 30), new byte[100]);
    assertError(made.quickCheck(), "train-0001_nsd-00030.png: the image cannot be read (it does");
  }

  @Test
  void aLinkKeptAsTextIsFollowedWithinTheDataSet() {
    made.write("subj02/" + MadeDataset.trainingImage(1, 10), link("subj01", 2, 10));
    DatasetReport report = made.check();
    assertThat(report.errors()).isEmpty();
    assertThat(report.warnings()).isEmpty();
    assertThat(report.notes())
        .anyMatch(
            f ->
                f.wrong()
                    .equals(
                        "1 images are symbolic links kept as text; the images they"
                            + " name are used"));
  }

  @Test
  void aLinkKeptAsTextThatLeadsNowhereOrOutIsAnError() {
    made.write("subj02/" + MadeDataset.trainingImage(1, 10), link("subj07", 2, 10));
    assertError(made.quickCheck(), "it holds the text of a symbolic link that leads to no image");
    made.write(
        "subj02/" + MadeDataset.trainingImage(1, 10),
        "../../../../../../../../etc/passwd".getBytes(StandardCharsets.UTF_8));
    assertError(made.quickCheck(), "it holds the text of a symbolic link that leads to no image");
  }

  private static byte[] link(String participant, int number, int stimulus) {
    return ("../../../" + participant + "/" + MadeDataset.trainingImage(number, stimulus))
        .getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void manyImagesWithOneFaultAreOneError() {
    for (int row = 6; row <= 20; row++) {
      made.write("subj01/" + MadeDataset.trainingImage(row, 100 + row), new byte[100]);
    }
    DatasetReport report = made.quickCheck();
    assertError(report, IMAGES + ": 15 images: the image cannot be read");
    assertError(report, "train-0015_nsd-00115.png and 5 more");
  }

  @Test
  void anImageCutOffIsFoundByTheFullCheck() throws IOException {
    String name = "subj01/" + MadeDataset.trainingImage(4, 50);
    byte[] whole = Files.readAllBytes(made.path(name));
    made.write(name, Arrays.copyOf(whole, whole.length / 2));
    assertThat(made.quickCheck().errors()).isEmpty();
    assertError(made.check(), "train-0004_nsd-00050.png: the image cannot be read");
  }

  @Test
  void anImageOfUnreasonableSizeIsNotDecoded() throws IOException {
    String name = "subj01/" + MadeDataset.trainingImage(4, 50);
    byte[] bytes = Files.readAllBytes(made.path(name));
    bytes[17] = 1; // the width's second byte: 65,544 pixels
    bytes[21] = 1;
    made.write(name, bytes);
    assertError(made.check(), "more than 67108864");
  }

  @Test
  void aLinkThatLeadsNowhereIsNamed() throws IOException {
    String name = "subj01/" + MadeDataset.trainingImage(4, 50);
    made.delete(name);
    Files.createSymbolicLink(made.path(name), Path.of("gone.png"));
    assertError(made.quickCheck(), "train-0004_nsd-00050.png: the image cannot be read");
  }

  @Test
  void nothingInCommonIsAWarning() {
    made.deleteFolder("subj02/training_split/training_images");
    for (int row = 1; row <= 4; row++) {
      made.image("subj02/" + MadeDataset.trainingImage(row, 100 + row), row);
    }
    assertWarning(made.check(), ".: no stimulus was seen by all 2 participants");
  }

  @Test
  void allDefectsAreNamedInOnePass() {
    made.delete("subj01/" + MadeDataset.trainingImage(2, 10));
    made.write(PLACES, NpyBytes.longs(0, 1, 2));
    made.write("subj02/training_split/training_fmri/rh_training_fmri.npy", new byte[3]);
    assertThat(made.check().errors())
        .extracting(Finding::file)
        .containsExactly(
            IMAGES, LH, PLACES, RH, "subj02/training_split/training_fmri/rh_training_fmri.npy");
    assertThatThrownBy(() -> AlgonautsDataset.open(folder, List.of()))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("no image for train-0002")
        .hasMessageContaining("not a .npy file");
  }

  private static void assertError(DatasetReport report, String part) {
    assertThat(report.errors()).extracting(Finding::place).anyMatch(p -> p.contains(part));
    assertThat(report.usable()).isFalse();
  }

  private static void assertWarning(DatasetReport report, String part) {
    assertThat(report.warnings()).extracting(Finding::place).anyMatch(p -> p.contains(part));
  }
}
