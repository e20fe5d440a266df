package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.Weights;

/**
 * One of the networks that an entry of {@code networks} stands for.
 *
 * @param suffix what its name adds to the entry's; empty if it is the only one
 * @param source graph or architecture
 * @param weights which weights it runs with
 * @param stem by which the entry may say something of this one alone: its file's name without
 *     extension; empty if the entry has no pattern
 * @param optional whether the study goes on without it unless the entry says otherwise
 */
record Variant(
    String suffix, NetworkSource source, Weights weights, String stem, boolean optional) {
  /** One that the study needs. */
  Variant(String suffix, NetworkSource source, Weights weights) {
    this(suffix, source, weights, "", false);
  }
}
