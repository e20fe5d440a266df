package io.chiasm.aggregator.shell.health;

import io.chiasm.aggregator.shell.study.Studies;
import io.chiasm.aggregator.shell.study.UnknownException;
import io.chiasm.contracts.failure.InputException;
import io.chiasm.contracts.message.Message;
import io.chiasm.contracts.shell.json.CloudEvents;
import io.chiasm.study.health.Letter;
import io.chiasm.study.health.LetterState;
import io.chiasm.study.health.LetterText;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a person can do about dead letters. */
public final class DeadLetterOffice {
  private final LetterBox box;
  private final Studies studies;

  public DeadLetterOffice(LetterBox box, Studies studies) {
    this.box = box;
    this.studies = studies;
  }

  /** All letters, the newest first. */
  public List<Letter> letters() {
    return box.letters();
  }

  /**
   * One letter with its event.
   *
   * @throws UnknownException if there is no such letter
   */
  public LetterText show(String id) {
    ReceivedLetter letter = find(id);
    return new LetterText(letter.letter(), box.event(letter));
  }

  /**
   * Tries the failed task again. A study that ended with it goes on as a whole.
   *
   * @throws UnknownException if there is no such letter
   * @throws InputException if the event cannot be tried again
   */
  public Letter replay(String id) {
    ReceivedLetter letter = find(id);
    requireOpen(letter.letter());
    Message task = CloudEvents.read(box.event(letter).getBytes(StandardCharsets.UTF_8));
    if (!task.topic().label().equals(letter.letter().origin())) {
      throw new InputException(
          "the event of letter %s belongs on %s and was found on %s: it can only be discarded"
              .formatted(id, task.topic().label(), letter.letter().origin()));
    }
    studies.retry(task, letter.letter().task());
    return mark(letter, LetterState.REPLAYED);
  }

  /**
   * Notes that nothing needs to be done. The study's outcome stays as it is.
   *
   * @throws UnknownException if there is no such letter
   * @throws InputException if it was looked after already
   */
  public Letter discard(String id) {
    ReceivedLetter letter = find(id);
    requireOpen(letter.letter());
    return mark(letter, LetterState.DISCARDED);
  }

  private Letter mark(ReceivedLetter letter, LetterState state) {
    box.mark(letter.letter().id(), state);
    return letter.letter().with(state);
  }

  private ReceivedLetter find(String id) {
    return box.find(id)
        .orElseThrow(
            () ->
                new UnknownException(
                    "no dead letter '" + id + "'; 'chiasm dead-letters list' lists those known"));
  }

  private static void requireOpen(Letter letter) {
    if (letter.state() != LetterState.OPEN) {
      throw new InputException(
          "letter %s was %s already; a task that failed again has a new letter"
              .formatted(letter.id(), letter.state().label()));
    }
  }
}
