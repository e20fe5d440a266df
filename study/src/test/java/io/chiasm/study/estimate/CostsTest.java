package io.chiasm.study.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chiasm.study.estimate.MachineCosts.Lesson;
import io.chiasm.study.estimate.StudySize.Work;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CostsTest {
  private static final Work WORK =
      new Work(100, 8, 400, 1e9, 1e8, 1e10, 24, 720, 1e9, 1e10, 28_800, 24);

  /** Sums of numbers of the same size. */
  private static final double ROUNDING = 1e-12;

  @Test
  void withoutALessonTheyAreAsBuiltIn() {
    assertThat(Costs.learnedFrom(List.of())).isSameAs(Costs.BUILT_IN);
    assertThat(Costs.learnedFrom(List.of(MachineCosts.unknown("a")))).isSameAs(Costs.BUILT_IN);
  }

  @Test
  void aReportTakesLongerByItsMapsAndItsModels() {
    double withMaps = Costs.BUILT_IN.seconds(WORK, 1).getOrDefault("report", 0.0);
    Work bare = new Work(100, 8, 400, 1e9, 1e8, 1e10, 24, 720, 1e9, 1e10, 28_800, 0);
    double without = Costs.BUILT_IN.seconds(bare, 1).getOrDefault("report", 0.0);
    assertThat(withMaps - without).isCloseTo(24 * 0.75, within(ROUNDING));
    assertThat(without).isGreaterThan(24 * 0.25);
  }

  @Test
  void anImportAndEachPassTakeTheirTimeHoweverFewThePhotographs() {
    Map<String, Double> none =
        Costs.BUILT_IN.seconds(new Work(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 1);
    Map<String, Double> passes =
        Costs.BUILT_IN.seconds(new Work(0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 1);
    assertThat(none.get("import")).isGreaterThan(1);
    assertThat(none.get("extraction")).isZero();
    assertThat(passes.get("extraction")).isCloseTo(8 * 0.4, within(ROUNDING));
  }

  /** By stage, those amounts of work that it takes longer with. */
  static Stream<Arguments> amounts() {
    return Stream.of(
        arguments("import", new Work(4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 4 * 0.005),
        arguments("extraction", new Work(0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), 4 * 0.4),
        arguments("extraction", new Work(0, 0, 4, 0, 0, 0, 0, 0, 0, 0, 0, 0), 4 * 0.008),
        arguments("extraction", new Work(0, 0, 0, 4e9, 0, 0, 0, 0, 0, 0, 0, 0), 0.08),
        arguments("extraction", new Work(0, 0, 0, 0, 4e9, 0, 0, 0, 0, 0, 0, 0), 16),
        arguments("encoding", new Work(0, 0, 0, 0, 4e9, 0, 0, 0, 0, 0, 0, 0), 16),
        arguments("encoding", new Work(0, 0, 0, 0, 0, 4e9, 0, 0, 0, 0, 0, 0), 0.16),
        arguments("encoding", new Work(0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0), 4 * 0.3),
        arguments("encoding", new Work(0, 0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0), 4 * 0.01),
        arguments("encoding", new Work(0, 0, 0, 0, 0, 0, 0, 0, 4e9, 0, 0, 0), 0.08),
        arguments("encoding", new Work(0, 0, 0, 0, 0, 0, 0, 0, 0, 4e9, 0, 0), 0.04),
        arguments("report", new Work(0, 0, 0, 0, 0, 0, 4, 0, 0, 0, 0, 0), 4 * 0.25),
        arguments("report", new Work(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4, 0), 4 * 2e-4),
        arguments("report", new Work(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 4), 4 * 0.75));
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void aStageTakesLongerByWhatThereIsToDo(String stage, Work amount, double seconds) {
    Work nothing = new Work(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    double least = Costs.BUILT_IN.seconds(nothing, 1).getOrDefault(stage, 0.0);
    double most = Costs.BUILT_IN.seconds(amount, 1).getOrDefault(stage, 0.0);
    assertThat(most - least).isCloseTo(seconds, within(ROUNDING));
  }

  @Test
  void workersShareWhatIsExtractedAndEncoded() {
    Map<String, Double> one = Costs.BUILT_IN.seconds(WORK, 1);
    Map<String, Double> four = Costs.BUILT_IN.seconds(WORK, 4);
    for (String shared : List.of("extraction", "encoding")) {
      assertThat(four.get(shared)).isCloseTo(one.getOrDefault(shared, 0.0) / 4, within(ROUNDING));
    }
    assertThat(four.get("import")).isEqualTo(one.get("import"));
    assertThat(four.get("report")).isEqualTo(one.get("report"));
  }

  @Test
  void ofWhatWasEstimatedAtNothingNothingIsLearned() {
    MachineCosts idle = MachineCosts.unknown("idle").with("report", new Lesson("it", 0, 5));
    Costs learned = Costs.learnedFrom(List.of(idle, MachineCosts.unknown("unseen")));
    assertThat(learned.factors()).containsEntry("report", 1.0);
    assertThat(learned.basis()).isEqualTo("what 1 study took on idle");
  }

  @Test
  void aStageTakesAsMuchLongerAsItWasSeenTo() {
    // Given
    MachineCosts slow =
        MachineCosts.unknown("slow")
            .with("encoding", new Lesson("one", 10, 40))
            .with("encoding", new Lesson("two", 30, 40));
    Map<String, Double> before = Costs.BUILT_IN.seconds(WORK, 1);
    // When
    Map<String, Double> after = Costs.learnedFrom(List.of(slow)).seconds(WORK, 1);
    // Then
    assertThat(after.get("encoding"))
        .isCloseTo(2 * before.getOrDefault("encoding", 0.0), within(ROUNDING));
    assertThat(after.get("extraction")).isEqualTo(before.get("extraction"));
    assertThat(after.keySet()).containsExactlyElementsOf(before.keySet());
  }

  @Test
  void whatAStudyTookIsWhatItIsEstimatedAtNextTime() {
    // Given
    double estimated = Costs.BUILT_IN.seconds(WORK, 1).getOrDefault("extraction", 0.0);
    MachineCosts machine =
        MachineCosts.unknown("m").with("extraction", new Lesson("it", estimated, 12.5));
    // When
    Costs learned = Costs.learnedFrom(List.of(machine));
    // Then
    assertThat(learned.seconds(WORK, 1).get("extraction")).isCloseTo(12.5, within(ROUNDING));
    assertThat(learned.seconds(WORK, 5).get("extraction")).isCloseTo(2.5, within(ROUNDING));
  }

  @Test
  void kindsOfMachinesCountByTheWorkThatTheyDid() {
    // Given
    MachineCosts fast = MachineCosts.unknown("fast").with("report", new Lesson("one", 90, 45));
    MachineCosts slow = MachineCosts.unknown("slow").with("report", new Lesson("two", 10, 55));
    // When
    Costs learned = Costs.learnedFrom(List.of(slow, fast));
    // Then
    assertThat(learned.seconds(WORK, 1)).isEqualTo(Costs.BUILT_IN.seconds(WORK, 1));
    assertThat(learned.basis()).isEqualTo("what 2 studies took on fast; slow");
  }

  @Test
  void aStudyThatRanAgainTeachesOnceAndOldOnesAreForgotten() {
    // Given
    MachineCosts machine = MachineCosts.unknown("m");
    for (int i = 0; i < 30; i++) {
      machine = machine.with("report", new Lesson("study " + i, 1, i));
    }
    // When
    machine = machine.with("report", new Lesson("study 15", 1, 100));
    // Then
    assertThat(machine.stages().get("report"))
        .hasSize(20)
        .endsWith(new Lesson("study 15", 1, 100))
        .doesNotContain(new Lesson("study 15", 1, 15))
        .startsWith(new Lesson("study 10", 1, 10));
  }
}
