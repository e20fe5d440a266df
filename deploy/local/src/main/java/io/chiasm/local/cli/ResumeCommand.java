package io.chiasm.local.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chiasm resume STUDY}. */
@Command(
    name = "resume",
    description = "Go on with a study; only what is missing is computed.",
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class ResumeCommand implements Callable<Integer> {
  @Mixin private StudyArgument study = new StudyArgument();

  @Override
  public Integer call() {
    study.client().resume(study.id());
    return ExitCode.OK;
  }
}
