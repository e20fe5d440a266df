package io.chiasm.aggregator.health;

import java.time.Instant;

/**
 * Something does not answer.
 *
 * @param since when it was first asked in vain
 * @param reason why there is no answer, in words
 */
public record Silence(Instant since, String reason) {}
