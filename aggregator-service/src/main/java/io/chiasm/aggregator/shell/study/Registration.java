package io.chiasm.aggregator.shell.study;

/**
 * A study as it was submitted.
 *
 * @param study its id
 * @param yaml its file with every default and absolute paths
 */
record Registration(String study, String yaml) {}
