package io.chiasm.aggregator.shell.health;

import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterState;

/**
 * A letter and where it lies on the topic of dead letters.
 *
 * @param partition of that topic
 * @param offset in that partition
 */
record ReceivedLetter(Letter letter, int partition, long offset) {
  ReceivedLetter with(LetterState state) {
    return new ReceivedLetter(letter.with(state), partition, offset);
  }
}
