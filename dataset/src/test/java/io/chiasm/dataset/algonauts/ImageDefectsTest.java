package io.chiasm.dataset.algonauts;

import static io.chiasm.dataset.algonauts.Defects.assertError;
import static io.chiasm.dataset.algonauts.Defects.assertWarning;
import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with photographs. */
class ImageDefectsTest {
  private static final String IMAGES = "subj01/training_split/training_images";
  private static final String LH = "subj01/training_split/training_fmri/lh_training_fmri.npy";

  private final Path folder;
  private final MadeDataset made;

  ImageDefectsTest(@TempDir Path folder) {
    this.folder = folder;
    made = MadeDataset.in(folder);
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
}
