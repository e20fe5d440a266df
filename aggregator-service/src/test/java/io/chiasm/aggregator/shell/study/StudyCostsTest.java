package io.chiasm.aggregator.shell.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chiasm.contracts.message.ObjectLayout;
import io.chiasm.contracts.shell.service.Machine;
import io.chiasm.contracts.store.Content;
import io.chiasm.contracts.telemetry.Effort;
import io.chiasm.contracts.telemetry.Stage;
import io.chiasm.study.estimate.Costs;
import io.chiasm.study.estimate.MachineCosts;
import io.chiasm.study.estimate.StudyTimes;
import io.chiasm.study.estimate.StudyTimes.MachineTime;
import io.chiasm.study.estimate.StudyTimes.StageTime;
import io.chiasm.study.plan.MadeMaterial;
import io.chiasm.study.progress.StudyState;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a study took is kept beside its estimate, and teaches the next estimate. */
@Timeout(60)
class StudyCostsTest {
  private static final int PASSES = MadeMaterial.plan().extraction().size();
  private static final int MODELS = (int) MadeMaterial.plan().encoding().count();

  /** Sums of numbers of the same size. */
  private static final double ROUNDING = 1e-9;

  private StudiesBench bench;
  private KeptCosts costs;

  @BeforeEach
  void start(@TempDir Path folder) {
    bench = new StudiesBench(folder);
    costs = new KeptCosts(bench.store());
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aWholeStudyTeachesWhatItsStagesTookByKindOfMachine() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    passes(id, "fast", PASSES - 1, 1);
    passes(id, "slow", 1, 4);
    models(id, "fast", MODELS, 0.5);
    // When
    complete(id);
    // Then
    StageTime extraction = stage(id, "extraction");
    assertThat(extraction.machines())
        .containsExactly(
            new MachineTime("fast", PASSES - 1, PASSES - 1.0), new MachineTime("slow", 1, 4));
    assertThat(extraction.took()).isEqualTo(PASSES + 3.0);
    assertThat(extraction.whole()).isTrue();
    assertThat(extraction.estimated()).isPositive();
    assertThat(stage(id, "encoding").took()).isCloseTo(MODELS * 0.5, within(ROUNDING));
    assertThat(stage(id, "report").machines())
        .singleElement()
        .satisfies(m -> assertThat(m.machine()).isEqualTo(Machine.kind()));
    assertThat(costs.machines())
        .extracting(MachineCosts::machine)
        .containsExactlyInAnyOrder("fast", "slow", Machine.kind());
    // And then
    Costs learned = Costs.learnedFrom(costs.machines());
    assertThat(learned.factors().getOrDefault("extraction", 1.0) * extraction.estimated())
        .isCloseTo(extraction.took(), within(ROUNDING));
  }

  @Test
  void tasksThatNobodyToldOfAreSaidAndTeachNothing() {
    // Given
    String id = bench.submit();
    bench.await(id, StudyState.RUNNING);
    passes(id, "fast", PASSES, 1);
    models(id, "fast", MODELS - 1, 0.5);
    // When
    complete(id);
    // Then
    assertThat(stage(id, "encoding").told()).isEqualTo(MODELS - 1);
    assertThat(stage(id, "encoding").whole()).isFalse();
    assertThat(Costs.learnedFrom(costs.machines()).factors())
        .containsOnlyKeys("import", "extraction", "report");
  }

  @Test
  void aStudyThatFoundItsResultsThereTellsOfItsReportAlone() {
    // Given
    bench.encodeAll();
    // When
    String id = bench.submit();
    bench.await(id, StudyState.COMPLETED);
    // Then
    assertThat(costs.times(id).stages())
        .filteredOn(stage -> stage.told() > 0)
        .extracting(StageTime::stage)
        .containsExactly("report");
    assertThat(Costs.learnedFrom(costs.machines()).factors()).containsOnlyKeys("report");
  }

  @Test
  void costsThatAreNoneAreLeftAside() {
    // Given
    byte[] text = "{\"machine\": 3".getBytes(StandardCharsets.UTF_8);
    bench.store().put(ObjectLayout.costs("0123"), Content.of(text));
    // When
    String id = bench.submit();
    complete(id);
    // Then
    assertThat(costs.machines()).extracting(MachineCosts::machine).containsOnly(Machine.kind());
  }

  @Test
  void ofAStudyThatDidNotCompleteThereAreNoTimes() {
    assertThat(costs.times("../outside")).isEqualTo(new StudyTimes("../outside", List.of()));
  }

  private void passes(String id, String machine, int count, double seconds) {
    for (int i = 0; i < count; i++) {
      bench.studies().took(id, Stage.EXTRACTION, new Effort(machine, seconds));
    }
  }

  private void models(String id, String machine, int count, double seconds) {
    for (int i = 0; i < count; i++) {
      bench.studies().took(id, Stage.ENCODING, new Effort(machine, seconds));
    }
  }

  private void complete(String id) {
    bench.encodeAll();
    bench.studies().touch(id);
    bench.await(id, StudyState.COMPLETED);
  }

  private StageTime stage(String id, String name) {
    return costs.times(id).stages().stream()
        .filter(stage -> stage.stage().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
