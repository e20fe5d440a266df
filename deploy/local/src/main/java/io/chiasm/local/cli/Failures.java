package io.chiasm.local.cli;

import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.failure.TransientException;
import io.chiasm.local.stack.StackFailure;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** One line for a failure that has a reason; a stack trace only for a bug. */
final class Failures implements IExecutionExceptionHandler {
  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    if (e instanceof InputException) {
      err.println("chiasm: " + e.getMessage());
      return ExitCode.WRONG_INPUT;
    }
    if (e instanceof TransientException || e instanceof StackFailure || e instanceof IOException) {
      err.println("chiasm: " + e.getMessage());
      return ExitCode.FAILED;
    }
    err.println("chiasm: this is a bug; please report it with what follows");
    e.printStackTrace(err);
    return ExitCode.FAILED;
  }
}
