package io.chiasm.aggregator.shell.study;

import io.chiasm.contracts.shell.yaml.PathRule;
import org.jspecify.annotations.Nullable;

/**
 * Who submits a study.
 *
 * @param name of its owner from then on; null where nobody is asked who they are
 * @param files which files of the server they may name
 */
public record Submitter(@Nullable String name, PathRule files) {
  /** One of a server that asks nobody. */
  public static final Submitter ANYONE = new Submitter(null, PathRule.ANY);
}
