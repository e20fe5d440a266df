package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.Reason;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.local.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** One sentence for any failure; the stack trace of a bug goes to a file. */
final class Failures implements IExecutionExceptionHandler, IParameterExceptionHandler {
  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return tell(e, command.getErr());
  }

  /** What is wrong with the command line itself; its help is asked for, not thrown at the user. */
  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("chiasm: " + e.getMessage());
    if (UnmatchedArgumentException.printSuggestions(e, err)) {
      return ExitCode.WRONG_INPUT;
    }
    if (command.getSubcommands().isEmpty()) {
      err.println(
          "'" + command.getCommandSpec().qualifiedName() + " --help' says what is possible");
    } else {
      command.usage(err);
    }
    return ExitCode.WRONG_INPUT;
  }

  static int tell(Throwable e, PrintWriter err) {
    if (e instanceof InputException) {
      err.println("chiasm: " + e.getMessage());
      return ExitCode.WRONG_INPUT;
    }
    err.println("chiasm: " + words(e));
    return ExitCode.FAILED;
  }

  private static String words(Throwable e) {
    if (e instanceof TransientException || e instanceof StackFailure) {
      return String.valueOf(e.getMessage());
    }
    if (e instanceof UncheckedIOException unchecked) {
      return words(Objects.requireNonNull(unchecked.getCause()));
    }
    if (e instanceof IOException io) {
      return Reason.withFile(io);
    }
    Optional<String> machine = MachineFault.of(e);
    return machine.orElseGet(() -> BugReport.write(e));
  }
}
