package io.chiasm.contracts.shell.yaml;

import io.chiasm.contracts.study.NetworkSource;
import io.chiasm.contracts.study.Weights;

/**
 * One of the networks that an entry of {@code networks} stands for.
 *
 * @param suffix what its name adds to the entry's; empty if it is the only one
 */
record Variant(String suffix, NetworkSource source, Weights weights) {}
