package io.chiasm.report.writing.outcome;

/**
 * A part of the study that is missing for good.
 *
 * @param task what was asked for, in field words
 * @param reason why it failed, for the user
 */
public record FailedTask(String task, String reason) {}
