package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.local.client.AggregatorClient;
import java.io.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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
  @Parameters(paramLabel = "STUDY", description = "a study's id")
  @SuppressWarnings("NullAway.Init") // picocli requires it
  private String study;

  @Option(names = "--yes", description = "do not ask")
  private boolean yes;

  @Mixin private ServerOption server = new ServerOption();

  @Override
  public Integer call() {
    AggregatorClient client = server.client();
    if (!yes && !agreed()) {
      System.err.println("Nothing was deleted.");
      return ExitCode.FAILED;
    }
    client.delete(study);
    System.out.println(study + " deleted");
    return ExitCode.OK;
  }

  private boolean agreed() {
    Console console = System.console();
    if (console == null) {
      throw new InputException("delete " + study + ": nobody is here to be asked; add --yes");
    }
    String answer = console.readLine("Delete study %s and its results? [y/N] ", study);
    return answer != null && answer.strip().toLowerCase(java.util.Locale.ROOT).startsWith("y");
  }
}
