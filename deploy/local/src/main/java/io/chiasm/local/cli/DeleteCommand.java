package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.client.AggregatorClient;
import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chiasm delete STUDY}. */
@Command(
    name = "delete",
    description = {
      "Forget a study that ended, and its results in the store.",
      "What other studies may share stays until 'chiasm gc' finds it unused."
    },
    mixinStandardHelpOptions = true,
    usageHelpAutoWidth = true)
final class DeleteCommand implements Callable<Integer> {
  @Mixin private StudyArgument study = new StudyArgument();

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Override
  public Integer call() {
    AggregatorClient client = study.client();
    if (!yes && !agreed()) {
      System.err.println("Nothing was deleted.");
      return ExitCode.FAILED;
    }
    client.delete(study.id());
    System.out.println(study.id() + " deleted");
    return ExitCode.OK;
  }

  private boolean agreed() {
    Console console = System.console();
    if (console == null) {
      throw new InputException("delete " + study.id() + ": nobody is here to be asked; add --yes");
    }
    String answer = console.readLine("Delete study %s and its results? [y/N] ", study.id());
    return answer != null && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
  }
}
