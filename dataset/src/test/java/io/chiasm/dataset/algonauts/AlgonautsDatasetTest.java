package io.chiasm.dataset.algonauts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.Hemisphere;
import io.chiasm.contracts.brain.ParticipantId;
import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.tensor.FloatTensor;
import io.chiasm.contracts.tensor.Shape;
import io.chiasm.dataset.roi.RoiMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AlgonautsDatasetTest {
  private static final ParticipantId FIRST = new ParticipantId("subj01");
  private static final ParticipantId SECOND = new ParticipantId("subj02");

  private final Path folder;
  private final MadeDataset made;
  private final AlgonautsDataset dataset;

  AlgonautsDatasetTest(@TempDir Path folder) {
    this.folder = folder;
    made = MadeDataset.in(folder);
    dataset = AlgonautsDataset.open(folder, List.of());
  }

  @Test
  void participantsComeInTheOrderWanted() {
    assertThat(dataset.participants()).containsExactly(FIRST, SECOND);
    assertThat(AlgonautsDataset.open(folder, List.of("subj02", "subj01")).participants())
        .containsExactly(SECOND, FIRST);
  }

  @Test
  void sharedStimuliAreTheIntersectionOfTheParticipantsWanted() {
    assertThat(dataset.sharedStimuli()).isEqualTo(stimuli(10, 30, 40));
    assertThat(AlgonautsDataset.open(folder, List.of("subj01")).sharedStimuli())
        .isEqualTo(stimuli(10, 20, 30, 40, 50));
    assertThat(dataset.allStimuli()).isEqualTo(stimuli(10, 20, 30, 40, 50, 60));
    assertThat(dataset.stimuli(SECOND)).isEqualTo(stimuli(10, 30, 40, 60));
  }

  @Test
  void responsesFollowTheStimulusAndNotTheFilesOrder() {
    for (ParticipantId participant : dataset.participants()) {
      var responses = dataset.responses(participant, Hemisphere.RH, stimuli(40, 10));
      assertThat(responses.shape()).isEqualTo(Shape.of(2, 4));
      assertThat(((FloatTensor) responses).values())
          .containsExactly(40f, 40 + .1f, 40 + .2f, 40 + .3f, 10f, 10 + .1f, 10 + .2f, 10 + .3f);
    }
  }

  @Test
  void aStimulusThatWasNotSeenIsRefused() {
    assertThatThrownBy(() -> dataset.responses(FIRST, Hemisphere.LH, stimuli(60)))
        .isInstanceOf(InputException.class)
        .hasMessage("subj01 did not see nsd-00060 in training");
    assertThatThrownBy(() -> dataset.image(new StimulusId(99)))
        .isInstanceOf(InputException.class)
        .hasMessage("no participant of the study saw nsd-00099");
  }

  @Test
  void masksAndPlacesBelongToTheVertices() {
    RoiMask mask = dataset.roiMasks(FIRST, Hemisphere.LH).get(0);
    assertThat(mask.roiClass()).isEqualTo("floc-places");
    assertThat(mask.names().values()).containsExactly("OPA", "PPA", "RSC");
    assertThat(mask.id(2)).isEqualTo(2);
    assertThat(dataset.vertexToFsaverage(FIRST, Hemisphere.LH)).contains(MadeDataset.PLACES);
    assertThat(dataset.vertices(FIRST, Hemisphere.LH)).isEqualTo(4);
  }

  @Test
  void imagesCarryTheDigestOfTheirFile() {
    StimulusImage image = dataset.image(new StimulusId(60));
    assertThat(image.file()).isEqualTo(made.path("subj02/" + MadeDataset.trainingImage(2, 60)));
    assertThat(image.sha256()).isEqualTo(FileDigest.of(image.file()));
  }

  @Test
  void digestsAreThoseOfTheStandard() throws IOException {
    // NIST's example for SHA-256 of "abc".
    assertThat(FileDigest.of(Files.writeString(folder.resolve("abc"), "abc")).value())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void linksAreFollowedOutOfTheFolder(@TempDir Path elsewhere) throws IOException {
    String image = "subj02/" + MadeDataset.trainingImage(1, 10);
    Path moved = Files.move(made.path(image), elsewhere.resolve("anything.png"));
    Files.createSymbolicLink(made.path(image), moved);
    assertThat(made.check().usable()).isTrue();
  }

  @Test
  void theReportCountsWhatIsThere() {
    DatasetReport report = dataset.report();
    assertThat(report.sharedStimuli()).isEqualTo(3);
    assertThat(report.participants()).containsExactly(summary("subj01", 5), summary("subj02", 4));
  }

  private static ParticipantSummary summary(String participant, int stimuli) {
    return new ParticipantSummary(
        participant,
        stimuli,
        1,
        4,
        4,
        List.of(
            new RoiCount("floc-places", "OPA", 2, 2), new RoiCount("floc-places", "PPA", 1, 1)));
  }

  private static List<StimulusId> stimuli(int... numbers) {
    return IntStream.of(numbers).mapToObj(StimulusId::new).toList();
  }
}
