package io.chiasm.study.health;

import java.time.Instant;

/**
 * Something does not answer.
 *
 * @param since when it was first asked in vain
 * @param reason why there is no answer, in words; empty if there is no word at all
 */
public record Silence(Instant since, String reason) {}
