package io.chiasm.local.cli;

/** Exit codes of all commands. */
final class ExitCode {
  static final int OK = 0;

  /** The work failed, or is not complete. */
  static final int FAILED = 1;

  /** The command line or an input is wrong. */
  static final int WRONG_INPUT = 2;

  private ExitCode() {}
}
