package io.chiasm.local.cli;

import io.chiasm.local.progress.ProgressMode;
import io.chiasm.local.progress.ProgressView;
import picocli.CommandLine.Option;

/** How progress is shown. */
final class ProgressOption {
  @Option(
      names = "--progress",
      paramLabel = "MODE",
      defaultValue = "auto",
      description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  @SuppressWarnings("NullAway.Init") // picocli sets the default
  private ProgressMode mode;

  ProgressView view() {
    return mode.view();
  }
}
