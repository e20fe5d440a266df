package io.chiasm.study.shell.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chiasm.contracts.brain.StimulusId;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.study.ValidationSpec;
import io.chiasm.contracts.tensor.LongTensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StudyFoldsTest {
  private static final List<StimulusId> STIMULI = stimuli(0, 60);

  @Test
  void aStimulusIsHeldOutInOneFoldForWhoeverSawIt() {
    // Given
    StudyFolds folds = StudyFolds.of(new ValidationSpec.KFold(5, 3), STIMULI);
    // When
    long[] all = folds.of(STIMULI).values();
    long[] some = folds.of(stimuli(10, 50)).values();
    // Then
    assertThat(some).containsExactly(java.util.Arrays.copyOfRange(all, 10, 50));
  }

  @Test
  void theTableSaysWhatTheTensorSays() {
    // Given
    StudyFolds folds = StudyFolds.of(new ValidationSpec.KFold(4, 0), STIMULI);
    LongTensor tensor = folds.of(STIMULI);
    // When
    List<String> lines = folds.csv().lines().skip(1).toList();
    // Then
    assertThat(lines).hasSize(60);
    for (int i = 0; i < lines.size(); i++) {
      assertThat(lines.get(i)).endsWith("," + tensor.values()[i]);
    }
  }

  @Test
  void aTableThatWasWrittenIsReadTheSame(@TempDir Path folder) throws IOException {
    // Given
    StudyFolds drawn = StudyFolds.of(new ValidationSpec.Holdout(0.2, 5), STIMULI);
    Path file = Files.writeString(folder.resolve("folds.csv"), drawn.csv());
    // When
    StudyFolds read = StudyFolds.of(new ValidationSpec.FoldFile(file), STIMULI);
    // Then
    assertThat(read.csv()).isEqualTo(drawn.csv());
    assertThat(read.of(STIMULI).values()).containsExactly(drawn.of(STIMULI).values());
  }

  @Test
  void aParticipantWithTooFewStimuliOfAFoldIsRefused() {
    // Given
    StudyFolds folds = StudyFolds.of(new ValidationSpec.KFold(10, 0), STIMULI);
    // Then
    assertThatThrownBy(() -> folds.of(stimuli(0, 9))).isInstanceOf(InputException.class);
  }

  @Test
  void aFileThatIsNoTextIsNamed(@TempDir Path folder) throws IOException {
    Path file = Files.write(folder.resolve("folds.csv"), new byte[] {(byte) 0xff, (byte) 0xfe});
    assertThatThrownBy(() -> StudyFolds.of(new ValidationSpec.FoldFile(file), STIMULI))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(file + ": cannot be read as UTF-8 text");
  }

  private static List<StimulusId> stimuli(int from, int to) {
    return IntStream.range(from, to).mapToObj(StimulusId::new).collect(Collectors.toList());
  }
}
