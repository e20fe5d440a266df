package io.chiasm.fuzz.reading;

import io.chiasm.contracts.failure.InputException;

/** Several questions to one file: each may be refused, and the next is asked all the same. */
final class Attempts {
  private Attempts() {}

  /** One question. */
  interface Question {
    Object ask() throws Exception;
  }

  static void each(Question... questions) {
    for (Question question : questions) {
      try {
        question.ask();
      } catch (InputException e) {
        // An answer.
      } catch (RuntimeException e) {
        throw e;
      } catch (Exception e) {
        throw new AssertionError("not an answer for the user", e);
      }
    }
  }
}
