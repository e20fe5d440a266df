package io.chiasm.contracts.message;

/**
 * A task that failed for good, as an object: a study's state is derived from objects alone.
 *
 * @param task the task's id
 * @param topic queue it came from
 * @param reason for the user
 */
public record FailureDocument(String task, String topic, String reason) {}
