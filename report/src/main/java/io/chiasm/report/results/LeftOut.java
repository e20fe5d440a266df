package io.chiasm.report.results;

import io.chiasm.contracts.study.NetworkSpec;

/**
 * A network that the study goes on without.
 *
 * @param reason in words
 */
public record LeftOut(NetworkSpec network, String reason) {
  /** For a person: its name and the reason. */
  public String sentence() {
    String begin = "network " + network.name() + ": ";
    return reason.startsWith(begin) ? reason : begin + reason;
  }
}
