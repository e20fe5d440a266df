package io.chiasm.local.cli;

import io.chiasm.local.machine.PlainLocale;
import io.chiasm.local.stack.LauncherLog;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code chiasm COMMAND …}. */
@Command(
    name = "chiasm",
    description =
        "Split-encoding studies: do a network's two visual hemifields predict the two"
            + " hemispheres of the brain as a brain would?",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    usageHelpAutoWidth = true,
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      PlanCommand.class,
      UpCommand.class,
      SubmitCommand.class,
      WatchCommand.class,
      StatusCommand.class,
      CancelCommand.class,
      ResumeCommand.class,
      DeleteCommand.class,
      GcCommand.class,
      ReportCommand.class,
      CompareCommand.class,
      TopicsCommand.class,
      DeadLettersCommand.class,
      TokenCommand.class,
      SimulateCommand.class,
      ImportCommand.class,
      NetworksCommand.class,
      ExtractCommand.class,
      EncodeCommand.class,
      PowerCommand.class,
      SingleCaseCommand.class,
      HelpCommand.class
    })
public final class Chiasm implements Runnable {
  /** What Java makes of bytes that it cannot read as text. */
  private static final char UNDECODABLE = '\uFFFD';

  @Spec private CommandSpec spec;

  private Chiasm(CommandSpec spec) {
    this.spec = spec;
  }

  @SuppressWarnings("NullAway.Init") // picocli injects the specification
  private Chiasm() {}

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }

  public static void main(String[] arguments) {
    PlainLocale.set();
    LauncherLog.quiet();
    System.exit(execute(arguments));
  }

  /** Runs a command line and returns its exit code. */
  static int execute(String... arguments) {
    for (String argument : arguments) {
      if (argument.indexOf(UNDECODABLE) >= 0) {
        System.err.println(
            "chiasm: '"
                + argument
                + "' holds bytes that are no UTF-8: give the file or folder a name in UTF-8");
        return ExitCode.WRONG_INPUT;
      }
    }
    Failures failures = new Failures();
    CommandLine command =
        new CommandLine(new Chiasm())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setParameterExceptionHandler(failures)
            .setExecutionExceptionHandler(failures);
    try {
      return command.execute(arguments);
    } catch (Error | RuntimeException e) {
      // picocli hands over exceptions only, and memory or native libraries fail by errors.
      return Failures.tell(e, command.getErr());
    }
  }
}
