package io.chiasm.aggregator.shell.study;

/**
 * Who submitted a study first. Beside its registration: those of before have none.
 *
 * @param name of a person or program
 */
record Owner(String name) {}
