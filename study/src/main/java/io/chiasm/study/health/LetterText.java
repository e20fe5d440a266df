package io.chiasm.study.health;

/**
 * A dead letter and what it holds.
 *
 * @param event the failed event as it was received
 */
public record LetterText(Letter letter, String event) {}
