package io.chiasm.local.cli;

import io.chiasm.study.keeping.Age;
import io.chiasm.study.keeping.GcReport;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm gc}. */
@Command(
    name = "gc",
    description = {
      "Delete from a running stack's store what no kept study refers to.",
      "Safe beside running studies; one that is interrupted can be run again."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class GcCommand implements Callable<Integer> {
  @Option(names = "--dry-run", description = "say what would go, and delete nothing")
  private boolean dryRun;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      defaultValue = "30d",
      description =
          "only what was stored longer ago, such as 30d, 12h, 90m or 0 (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private String olderThan;

  @Mixin private ServerOption server = new ServerOption();
  @Mixin private JsonOption json = new JsonOption();

  @Override
  public Integer call() {
    Age.of(olderThan);
    GcReport report = server.client().collect(olderThan, dryRun);
    json.print(report, () -> GcTable.of(report, olderThan));
    return ExitCode.OK;
  }
}
