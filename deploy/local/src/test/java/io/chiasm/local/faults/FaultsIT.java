package io.chiasm.local.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.chiasm.local.cli.MadeStudies;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole studies while things go wrong, with real processes, a real broker and a real S3 server. The
 * short form is a part of every build; {@code mvn -Pfaults} runs the long one.
 */
class FaultsIT {
  private static final boolean LONG = Boolean.getBoolean("chiasm.faults.long");
  private static final long SEED = Long.getLong("chiasm.faults.seed", 1);
  private static final int KILLS = Integer.getInteger("chiasm.faults.kills", 300);
  private static final int KILLS_AT_A_TIME = 10;

  @Test
  void aStudySurvives(@TempDir Path folder) throws Exception {
    Path study = MadeStudies.small(folder.resolve("data"));
    try (Trial trial = new Trial(folder)) {
      Trials trials = new Trials(trial, study, new Random(SEED));
      List<String> broken = new ArrayList<>();
      for (Fault fault : LONG ? Faults.all(folder) : Faults.few()) {
        broken.addAll(trials.undergo(fault));
      }
      for (int kills = 0; LONG && kills < KILLS; kills += KILLS_AT_A_TIME) {
        broken.addAll(trials.undergo(Faults.kills(KILLS_AT_A_TIME)));
      }
      assertThat(broken).isEmpty();
    }
  }
}
