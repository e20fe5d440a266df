package io.chiasm.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.local.cli.MadeStudies;
import io.chiasm.local.running.RunningService;
import io.chiasm.study.progress.StudyState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole studies while things go wrong, with real processes, a real broker and a real S3 server. The
 * short form is a part of every build; {@code mvn -Pfaults} runs the long one.
 */
class FaultsIT {
  private static final boolean LONG = Boolean.getBoolean("chiasm.faults.long");
  private static final long SEED = Long.getLong("chiasm.faults.seed", 1);
  private static final boolean LIST = !"false".equals(System.getProperty("chiasm.faults.list"));
  private static final Pattern ONLY = Pattern.compile(System.getProperty("chiasm.faults.only", ""));
  private static final int KILLS = Integer.getInteger("chiasm.faults.kills", 300);
  private static final int KILLS_AT_A_TIME = 10;

  private static final int SOAK_MINUTES = Integer.getInteger("chiasm.faults.soak", 0);

  /** With more tasks where there is more time. */
  private static Path study(Path folder) throws Exception {
    Path data = folder.resolve("data");
    return LONG
        ? MadeStudies.small(data, 3, "middle: middle, late: late")
        : MadeStudies.small(data, 2, "late: late");
  }

  /** Only when asked for: {@code -Dchiasm.faults.soak=120}. */
  @Test
  void nothingGrows(@TempDir Path folder) throws Exception {
    Assumptions.assumeTrue(SOAK_MINUTES > 0, "no -Dchiasm.faults.soak=MINUTES");
    Path study = study(folder);
    Path table = RunningService.home().resolve("deploy/local/target/soak.csv");
    try (Trial trial = new Trial(folder, false)) {
      Soak.Sum sum =
          new Soak(trial, study, table, new Random(SEED)).run(Duration.ofMinutes(SOAK_MINUTES));
      System.out.println(sum.submitted() + " studies, " + trial.kills() + " kills; " + table);
      assertThat(sum.left()).isNotEmpty().allMatch(each -> each.state() == StudyState.COMPLETED);
      assertThat(sum.grown()).isEmpty();
    }
  }

  @Test
  void aStudySurvives(@TempDir Path folder) throws Exception {
    Path study = study(folder);
    try (Trial trial = new Trial(folder, true)) {
      Trials trials = new Trials(trial, study, new Random(SEED));
      List<String> broken = new ArrayList<>();
      for (Fault fault : list(folder)) {
        broken.addAll(trials.undergo(fault));
      }
      for (int kills = 0; LONG && kills < KILLS; kills += KILLS_AT_A_TIME) {
        broken.addAll(trials.undergo(Faults.kills(KILLS_AT_A_TIME)));
      }
      assertThat(broken).isEmpty();
    }
  }

  private static List<Fault> list(Path folder) throws Exception {
    if (!LONG) {
      return Faults.few();
    }
    return LIST
        ? Faults.all(folder).stream().filter(fault -> ONLY.matcher(fault.name()).find()).toList()
        : List.of();
  }
}
