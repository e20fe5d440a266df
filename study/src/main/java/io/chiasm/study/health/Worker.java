package io.chiasm.study.health;

/**
 * A worker that the broker knows as alive.
 *
 * @param queue that it works off
 * @param member its id in the group of workers
 * @param host that it connects from
 */
public record Worker(String queue, String member, String host) {}
