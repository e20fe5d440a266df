package io.chiasm.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chiasm cancel STUDY}. */
@Command(
    name = "cancel",
    description = "Stop a study; what was computed is kept.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class CancelCommand implements Callable<Integer> {
  @Mixin private StudyArgument study = new StudyArgument();

  @Override
  public Integer call() {
    study.client().cancel(study.id());
    return ExitCode.OK;
  }
}
