package io.chiasm.dataset.algonauts;

import static io.chiasm.dataset.algonauts.Defects.assertError;
import static io.chiasm.dataset.algonauts.Defects.assertWarning;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.failure.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a data set as a whole and with its participants. */
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
        folder.resolve("none")
            + ": there is no such folder; the folder that holds subj01, subj02 …");
  }

  @Test
  void aFileInsteadOfAFolderIsNamed() {
    made.write("file", new byte[1]);
    assertError(
        AlgonautsDataset.check(folder.resolve("file"), List.of(), CheckDepth.QUICK),
        folder.resolve("file") + ": this is not a folder");
  }

  @Test
  void aFolderWithoutParticipantsIsNamed() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertError(
        AlgonautsDataset.check(empty, List.of(), CheckDepth.QUICK),
        empty + ": no participant's folder");
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
        .hasMessageContaining("ends within the .npy header");
  }
}
