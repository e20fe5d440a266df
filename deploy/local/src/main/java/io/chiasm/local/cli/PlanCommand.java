package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.shell.yaml.StudyFile;
import io.chiasm.contracts.study.Study;
import io.chiasm.local.plan.StudyPlan;
import io.chiasm.study.estimate.Costs;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chiasm plan STUDY.yaml}. */
@Command(
    name = "plan",
    description = {
      "Estimate a study before anything runs: tasks, bytes, memory, time per stage.",
      "Reads the study file, graphs and headers; no stack need run, nothing is stored.",
      "With --server, times are by what studies took there."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class PlanCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @Parameters(paramLabel = "STUDY.yaml", description = "the study file")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private Path study;

  @Option(
      names = "--workers",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "extractors and encoders each, every one on a machine of its own (default:"
              + " ${DEFAULT-VALUE})")
  private int workers;

  @Option(
      names = "--server",
      paramLabel = "URL",
      description = "aggregator whose studies tell what work takes (default: built-in costs)")
  private @Nullable URI server;

  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    if (workers < 1 || workers > MOST) {
      throw new InputException("--workers " + workers + ": possible are 1 to " + MOST);
    }
    Study parsed = StudyFile.read(study);
    StudyPlan plan = StudyPlan.of(parsed, workers, costs());
    json.print(plan, () -> PlanText.of(plan));
    return ExitCode.OK;
  }

  private Costs costs() {
    return server == null ? Costs.BUILT_IN : Costs.learnedFrom(ServerOption.client(server).costs());
  }
}
